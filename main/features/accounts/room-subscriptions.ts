/** Combines the rooms that parts of the app subscribe to: an account follows a single list of rooms. */
import type { RoomEvent } from '../../../shared/matrix/event.ts';
import { levelsType } from '../../../shared/matrix/powers.ts';
import type { Clock } from '../../platform/clock.ts';
import type { RoomSubscriptions } from '../contracts/accounts.ts';

/** What is needed of the account. */
export type Followed = Readonly<{
  follow: (roomIds: readonly string[], hear: (event: RoomEvent) => void) => Promise<void>;
  powerOf: (roomId: string, userId: string) => Promise<number>;
}>;

export type Listening = RoomSubscriptions &
  Readonly<{
    /** Another account has signed in, or the account signed out. */
    renew: () => void;
    dispose: () => void;
  }>;

type Part = Readonly<{ roomIds: readonly string[]; hear: (event: RoomEvent) => void }>;

/** Several parts subscribe at about the same time; this combines them into one list. */
const debounceMs = 500;
const retryDelayMs = 60_000;

export function createListening(clock: Clock, account: () => Followed | undefined): Listening {
  const parts = new Map<string, Part>();
  const powers = new Map<string, Map<string, number>>();
  /** Counts changes, so that an answer requested before a change is not cached after it. */
  let changes = 0;
  let followed = '';
  let cancel = () => {};

  const hear = (event: RoomEvent) => {
    if (event.type === levelsType) {
      changes += 1;
      powers.delete(event.roomId);
    }
    for (const part of parts.values()) if (part.roomIds.includes(event.roomId)) part.hear(event);
  };
  const follow = () => {
    const now = account();
    const rooms = [...new Set([...parts.values()].flatMap(({ roomIds }) => roomIds))].toSorted();
    const wanted = JSON.stringify(rooms);
    if (!now || rooms.length === 0 || wanted === followed) return;
    followed = wanted;
    now.follow(rooms, hear).catch(() => {
      followed = '';
      schedule(retryDelayMs);
    });
  };
  const schedule = (ms: number) => {
    cancel();
    cancel = clock.after(ms, follow);
  };

  return {
    listen: (part, roomIds, hearPart) => {
      parts.set(part, { roomIds, hear: hearPart });
      schedule(debounceMs);
    },
    powerOf: async (roomId, userId) => {
      for (;;) {
        const now = account();
        if (!now) throw new Error('nobody is signed in');
        const known = powers.get(roomId)?.get(userId);
        if (known !== undefined) return known;
        const before = changes;
        const power = await now.powerOf(roomId, userId);
        if (changes !== before) continue;
        const room = powers.get(roomId) ?? new Map<string, number>();
        // A room that is not followed reports no changes.
        if (isHeard(parts, roomId)) powers.set(roomId, room.set(userId, power));
        return power;
      }
    },
    renew: () => {
      followed = '';
      changes += 1;
      powers.clear();
      schedule(debounceMs);
    },
    dispose: () => cancel(),
  };
}

function isHeard(parts: ReadonlyMap<string, Part>, roomId: string): boolean {
  return [...parts.values()].some(({ roomIds }) => roomIds.includes(roomId));
}
