/** What happened at the stand-in, for tests to check: above all that a polite guest leaves nothing behind. */

export const events = [
  'create',
  'join',
  'enter',
  'joined',
  'left',
  'signOut',
  'end',
  'timed-out',
  'stuns',
  'signalling-open',
  'signalling-closed',
  'signalling-refused',
  'start',
  'stop',
  'echo',
  'rtt-check',
] as const;
export type Event = (typeof events)[number];

export type Ledger = Readonly<{
  /** How often an event happened so far. */
  count: (event: Event) => number;
  /** Things that no client may do, as sentences, oldest first. */
  violations: readonly string[];
  /** Signalling connections and echoing peers that are open now. */
  open: () => Readonly<{ sockets: number; peers: number }>;
  /** Names of users who are in a room or joining one now. */
  guests: () => readonly string[];
  /** Meetings that are running now. */
  meetings: () => number;
}>;

/** The write side, for the stand-in itself. */
export type Clerk = Readonly<{
  note: (event: Event) => void;
  violation: (what: string) => void;
  sockets: Set<object>;
  peers: Set<object>;
}>;

export function openLedger(
  rooms: Readonly<{ guests: () => readonly string[]; meetings: () => number }>,
): Readonly<{ clerk: Clerk; ledger: Ledger }> {
  const counts = new Map<Event, number>();
  const violations: string[] = [];
  const sockets = new Set<object>();
  const peers = new Set<object>();
  return {
    clerk: {
      note: (event) => void counts.set(event, (counts.get(event) ?? 0) + 1),
      violation: (what) => void violations.push(what),
      sockets,
      peers,
    },
    ledger: {
      count: (event) => counts.get(event) ?? 0,
      violations,
      open: () => ({ sockets: sockets.size, peers: peers.size }),
      guests: rooms.guests,
      meetings: rooms.meetings,
    },
  };
}
