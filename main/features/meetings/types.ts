import type { RegularMeeting } from '../../../shared/coop/meetings.ts';
import type { Room } from '../../../shared/coop/rooms.ts';
import type { Timetable } from '../contracts/timetable.ts';
import type { Host } from '../host.ts';

export type MeetingsHost = Host & Readonly<{ timetable: Timetable }>;

/** What of the document the notes of meetings need. */
export type MeetingsPlan = Readonly<{
  meetings: readonly RegularMeeting[];
  rooms: readonly Room[];
}>;
