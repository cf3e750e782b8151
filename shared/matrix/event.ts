/** An event of a Matrix room as it came: its content is from outside, and unchecked. */
export type RoomEvent = Readonly<{
  eventId: string;
  roomId: string;
  sender: string;
  type: string;
  stateKey?: string;
  content: Readonly<Record<string, unknown>>;
  sentUtcMs: number;
}>;
