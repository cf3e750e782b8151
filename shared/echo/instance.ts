/** A server whose echo can be tested, as the co-op document names it. */
import * as v from 'valibot';
import { Text, WebAddress, serviceIdPattern } from '../coop/parts.ts';

export const echoLimit = 40;
const Id = v.pipe(
  v.string(),
  v.regex(serviceIdPattern, 'must be a-z, 0-9 and -, at most 64 characters'),
);

export const EchoInstanceSchema = v.pipe(
  v.object({
    id: Id,
    name: Text(80),
    /** A room that exists for this test: a Greenlight room or a short link to one. */
    room: v.optional(WebAddress),
    /** The server's address, such as https://bbb.example: for those who hold its shared secret. */
    api: v.optional(WebAddress),
    /** The id of the service that this is, so that its page can offer the test. */
    service: v.optional(
      v.pipe(v.string(), v.regex(serviceIdPattern, 'must be the id of a service')),
    ),
  }),
  v.check((one) => one.room !== undefined || one.api !== undefined, 'must have a room or an api'),
);
export type EchoInstance = Readonly<v.InferOutput<typeof EchoInstanceSchema>>;
