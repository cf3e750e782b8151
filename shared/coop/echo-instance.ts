/** A BigBlueButton server that offers the echo test. */
import * as v from 'valibot';
import { Id, ServiceReference } from './parts.ts';
import type { Chosen } from './texts.ts';
import { TextsOf } from './texts.ts';
import { WebAddress } from './web.ts';
import { says } from './remedy.ts';

export const echoLimit = 40;

export const EchoInstanceSchema = v.pipe(
  v.object({
    id: Id,
    name: TextsOf(80),
    /** A Greenlight room for this test, or a short link to it. */
    room: v.optional(WebAddress),
    /** The server's URL, such as https://bbb.example, for members who have its shared secret. */
    api: v.optional(WebAddress),
    /** The id of this server's service; its page then offers the test. */
    service: v.optional(ServiceReference),
  }),
  v.check((one) => one.room !== undefined || one.api !== undefined, says('room-or-api')),
);
export type EchoInstance = Readonly<Chosen<v.InferOutput<typeof EchoInstanceSchema>>>;
