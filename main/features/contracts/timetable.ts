/** The events of the calendars as other features use them. */
import type { Meeting } from '../../../shared/calendar/meeting.ts';

export type Timetable = Readonly<{
  /** Of today and the seven days after it, in order of their start; none before a calendar was read. */
  events: () => readonly Meeting[];
  /** Called when any may have come, gone, begun or ended, or it is another day. */
  onTurn: (listener: () => void) => void;
}>;
