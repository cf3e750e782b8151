/** IPC calls and events of the co-op's regular meetings and their notes. */
import * as v from 'valibot';
import { Id } from '../coop/parts.ts';
import { MeetingsStateSchema, StartedSchema } from './state.ts';

const One = v.object({ id: Id });

export const meetingsCalls = {
  /** The current state; events carry later ones. */
  'meetings.get': { payload: v.undefined(), result: MeetingsStateSchema },
  /**
   * Reads the template, copies it filled in, and opens the pad in the browser: for an event of the calendar, or else the
   * occasion of the state.
   */
  'meetings.start': {
    payload: v.object({ ...One.entries, eventId: v.optional(v.string()) }),
    result: StartedSchema,
  },
  /** These open a page in the browser. */
  'meetings.openPad': { payload: One, result: v.void() },
  'meetings.openArchive': { payload: One, result: v.void() },
} as const;

export const meetingsEvents = {
  /** The full state after any change. */
  meetings: MeetingsStateSchema,
} as const;
