/** An event of a room's past as the server gave it: whatever it holds is unchecked, and kept as it came. */
export type RawEvent = Readonly<Record<string, unknown>> & Readonly<{ event_id: string }>;
