/** The room in which members share acknowledgements. Pure. */
import type { MatrixPlace } from '../coop/accounts.ts';
import { roomNameIn } from '../coop/accounts.ts';

/** `name` is the document's, else the room's address. */
export type AckRoom = Readonly<{
  room: string;
  name: string;
  /** How the document calls people, by account. A list, which JSON can compare. */
  people?: readonly (readonly [account: string, name: string])[];
}>;

/** Undefined if the document names no such room. */
export function ackRoomIn(matrix: MatrixPlace | undefined): AckRoom | undefined {
  const room = matrix?.acknowledgements;
  if (matrix === undefined || room === undefined) return undefined;
  return { room, name: roomNameIn(matrix, room) ?? room };
}
