/** Sends to a room only as the member it is bound to, and only while the same people can read it. */
import type { Binding } from '../../../shared/binding.ts';
import { differences } from '../../../shared/binding.ts';
import { DeliveryError, trouble } from '../../../shared/feedback/trouble.ts';
import type { Identity } from './bound.ts';
import { refuseOther } from './bound.ts';
import type { Matrix } from './matrix-destination.ts';

type Holder = Readonly<{
  identity: Identity;
  /** Undefined while signed out. */
  matrix: () => unknown;
}>;

/** The account object outlives a change of member, so the member is compared right before anything is sent. */
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

/** Resolves to the room's id. The readers are compared only if they were known when the member was shown the room. */
export async function asReadBefore(
  matrix: Pick<Matrix, 'readersOf'>,
  roomId: string,
  bound: Binding,
): Promise<string> {
  if (bound['open'] !== undefined) refuseOther(bound, await matrix.readersOf(roomId));
  return roomId;
}
