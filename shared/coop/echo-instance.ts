/** A server whose echo can be tested, as the co-op document names it. */
import * as v from 'valibot';
import { Id, ServiceReference, Text } from './parts.ts';
import { WebAddress } from './web.ts';
import { says } from './remedy.ts';

export const echoLimit = 40;

export const EchoInstanceSchema = v.pipe(
  v.object({
    id: Id,
    name: Text(80),
    /** A room that exists for this test: a Greenlight room or a short link to one. */
    room: v.optional(WebAddress),
    /** The server's address, such as https://bbb.example: for those who hold its shared secret. */
    api: v.optional(WebAddress),
    /** The id of the service that this is, so that its page can offer the test. */
    service: v.optional(ServiceReference),
  }),
  v.check((one) => one.room !== undefined || one.api !== undefined, says('room-or-api')),
);
export type EchoInstance = Readonly<v.InferOutput<typeof EchoInstanceSchema>>;
