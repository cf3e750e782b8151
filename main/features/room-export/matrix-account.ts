/** Adapts the member's Matrix account to RoomAccount: its faults become RoomErrors. */
import type { RoomFault } from '../../../shared/room-export/state.ts';
import { roomFaults } from '../../../shared/room-export/state.ts';
import type { MatrixRooms } from '../contracts/matrix-rooms.ts';
import type { RoomAccount } from './account.ts';
import { RoomError } from './fault.ts';

export function roomAccountOf(account: MatrixRooms): RoomAccount {
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
    if (!isAccountError(error)) throw error;
    const known = roomFaults.find((fault): fault is RoomFault => fault === error.fault);
    throw new RoomError(known ?? 'refused', error.retryAfterMs);
  }
}

/** The fields used of the account's error, whose class belongs to another feature. */
type AccountError = Error & Readonly<{ fault: string; retryAfterMs?: number }>;

function isAccountError(error: unknown): error is AccountError {
  return error instanceof Error && error.name === 'AccountError';
}
