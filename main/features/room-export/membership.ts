/** Which of the document's rooms the member is in. */
import type { RoomAccount } from './account.ts';

export type Membership = Readonly<{
  /** Undefined while unknown. */
  joined: (room: string) => boolean | undefined;
  /** Asks the server. Never rejects: on failure it stays unknown. */
  ask: (account: RoomAccount, rooms: readonly string[]) => Promise<void>;
  /** Call when another member signs in, or nobody is signed in. */
  forget: () => void;
}>;

export function createMembership(onChange: () => void): Membership {
  const ids = new Map<string, string>();
  let joined: ReadonlySet<string> | undefined;
  let asking: Promise<void> | undefined;
  let generation = 0;

  const ask = async (account: RoomAccount, rooms: readonly string[]) => {
    const before = generation;
    const all = await account.joinedRooms();
    for (const room of rooms) {
      if (ids.has(room)) continue;
      const id = await account.roomIdOf(room).catch(() => undefined);
      if (id !== undefined) ids.set(room, id);
    }
    if (before !== generation) return;
    joined = all;
    onChange();
  };
  return {
    joined: (room) => {
      const id = ids.get(room);
      return id === undefined ? undefined : joined?.has(id);
    },
    ask: (account, rooms) => {
      asking ??= ask(account, rooms)
        .catch(() => undefined)
        .finally(() => (asking = undefined));
      return asking;
    },
    forget: () => {
      generation += 1;
      joined = undefined;
    },
  };
}
