import type { RegularMeeting } from '../../../shared/coop/meetings.ts';
import type { Room } from '../../../shared/coop/rooms.ts';

/** What of the document the notes of meetings need. */
export type MeetingsPlan = Readonly<{
  meetings: readonly RegularMeeting[];
  rooms: readonly Room[];
}>;
