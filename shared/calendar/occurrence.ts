/** One occurrence of an event in a calendar: what the reader of calendars hands out. Pure. */

/** An address that may lead into the call, and the property that named it. Always `https:`. */
export type JoinCandidate = Readonly<{
  url: string;
  from: 'conference' | 'url' | 'location' | 'description';
}>;

/** Of the member, as the calendar has it. */
export type Answer = 'accepted' | 'declined' | 'tentative' | 'needs-action';

export type Occurrence = Readonly<{
  /** Of this one occurrence, the same at every reading: it keeps its id when it is moved within its series. */
  id: string;
  uid: string;
  /** Empty if the event has none, or is private. */
  title: string;
  startUtcMs: number;
  /** `startUtcMs` if the event has neither an end nor a duration. */
  endUtcMs: number;
  /** Days as `2026-11-24`, both included. Start and end are those days in the member's zone. */
  allDay?: Readonly<{ firstDay: string; lastDay: string }>;
  isTentative?: true;
  /** It takes no time of those who are invited. */
  isFree?: true;
  isPrivate?: true;
  /** Absent if none of the member's addresses is invited. */
  answer?: Answer;
  /** Absent if the event is private. */
  location?: string;
  /** The likeliest first. */
  joins: readonly JoinCandidate[];
}>;
