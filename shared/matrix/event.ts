/** An event of a Matrix room; its content is unchecked. */
export type RoomEvent = Readonly<{
  eventId: string;
  roomId: string;
  sender: string;
  /** The sender's display name in the room, unchecked; absent if it is not known. */
  senderName?: string;
  type: string;
  stateKey?: string;
  content: Readonly<Record<string, unknown>>;
  sentUtcMs: number;
  /** Redactions: id of the redacted event. */
  redacts?: string;
  /** State events: the previous content, if the server includes it. */
  before?: Readonly<Record<string, unknown>>;
  /** Content of the newest edit, if the server includes it. Servers aggregate only edits by the original author. */
  edit?: Readonly<Record<string, unknown>>;
}>;

/** Result of one request for a room's events. */
export type RoomPage = Readonly<{
  events: readonly RoomEvent[];
  /** Number of unreadable entries that may have been messages. */
  unreadable: number;
}>;
