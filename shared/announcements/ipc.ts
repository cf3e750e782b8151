/** What the window requests about announcements, and the events it receives. */
import * as v from 'valibot';
import { NewsStateSchema } from './state.ts';

const Nothing = v.undefined();

export const announcementsCalls = {
  /** The current state; later ones arrive with the event. */
  'announcements.get': { payload: Nothing, result: NewsStateSchema },
  /** Joins the room, visibly to its members; only the room that was shown. */
  'announcements.join': {
    payload: v.strictObject({ room: v.pipe(v.string(), v.maxLength(255)) }),
    result: v.picklist(['joined', 'failed']),
  },
  'announcements.markRead': { payload: Nothing, result: v.void() },
  /** Opens a link of an announcement in the browser. */
  'announcements.openLink': {
    payload: v.object({
      id: v.pipe(v.string(), v.maxLength(300)),
      address: v.pipe(v.string(), v.maxLength(500)),
    }),
    result: v.void(),
  },
} as const;

export const announcementsEvents = {
  announcements: NewsStateSchema,
} as const;
