/** An event of a Matrix room as it came: its content is from outside, and unchecked. */
export type RoomEvent = Readonly<{
  eventId: string;
  roomId: string;
  sender: string;
  type: string;
  stateKey?: string;
  content: Readonly<Record<string, unknown>>;
  sentUtcMs: number;
  /** Of a redaction: the event that it takes back. */
  redacts?: string;
  /** Of state: the content that it has replaced, where the server tells. */
  before?: Readonly<Record<string, unknown>>;
  /** The content of the newest edit, where the server sends it along with the event. Only its author's counts there. */
  edit?: Readonly<Record<string, unknown>>;
}>;

/** What a server tells of a room at one request. */
export type RoomPage = Readonly<{
  events: readonly RoomEvent[];
  /** Entries that are no readable events, and in which somebody may have said something. */
  unreadable: number;
}>;
