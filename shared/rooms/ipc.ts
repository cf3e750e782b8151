/** The window's calls about the co-op's rooms. Joining one is opening a link of the document, see `coop/links.ts`. */
import * as v from 'valibot';
import { PresenceSchema } from './presence.ts';

export const roomsCalls = {
  /** Reads who is in the rooms, if the co-op publishes that. Without the rooms of which nothing could be read. */
  'rooms.presence': { payload: v.undefined(), result: v.array(PresenceSchema) },
} as const;
