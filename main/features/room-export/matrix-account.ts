/** The Matrix account as copies of rooms need it: its faults are theirs. */
import { AccountError } from '../accounts/matrix/error.ts';
import type { MatrixAccount } from '../accounts/matrix/types.ts';
import type { RoomFault } from '../../../shared/room-export/state.ts';
import { roomFaults } from '../../../shared/room-export/state.ts';
import { RoomError } from './fault.ts';
import type { RoomAccount } from './account.ts';

export function roomAccountOf(account: MatrixAccount): RoomAccount {
  return {
    userId: () => translated(account.whoami().then((who) => who.userId)),
    roomIdOf: (name) => translated(account.roomIdOf(name)),
    joinedRooms: () => translated(account.joinedRooms()),
    history: (roomId, asked) => translated(account.history(roomId, asked)),
  };
}

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    const known = roomFaults.find((fault): fault is RoomFault => fault === error.fault);
    throw new RoomError(known ?? 'refused', error.retryAfterMs);
  }
}
