/** A room as what is sent there is bound to it: in one member's name, and read by the same people. */
import type { Binding } from '../../../shared/binding.ts';
import { differences } from '../../../shared/binding.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import type { Identity } from './bound.ts';
import { refuseOther } from './bound.ts';
import type { Matrix } from './matrix-destination.ts';

type Holder = Readonly<{
  identity: Identity;
  /** Undefined unless somebody is signed in. */
  matrix: () => unknown;
}>;

/** The account is the same one whoever is signed in: looked at once more when all else is ready. */
export function inOneName(holder: Holder, matrix: Matrix): Matrix {
  const mine = holder.identity('matrix');
  const asMine =
    <A, T>(work: (asked: A) => Promise<T>) =>
    async (asked: A): Promise<T> => {
      const isMine = differences(mine, holder.identity('matrix')).length === 0;
      if (!isMine || !holder.matrix()) throw new DeliveryError(trouble('signed-out'), {});
      return work(asked);
    };
  return { ...matrix, send: asMine(matrix.send), upload: asMine(matrix.upload) };
}

/** Resolves to the room's id. Who reads there is asked only where it was known when the member was shown the room. */
export async function asReadBefore(
  matrix: Pick<Matrix, 'readersOf'>,
  roomId: string,
  bound: Binding,
): Promise<string> {
  if (bound['open'] !== undefined) refuseOther(bound, await matrix.readersOf(roomId));
  return roomId;
}
