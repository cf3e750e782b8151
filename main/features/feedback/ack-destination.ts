/** The room in which members tell each other what they have seen: a destination of the outbox beside those of feedback. */
import { createHash } from 'node:crypto';
import type { MatrixPlace } from '../../../shared/coop/accounts.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { destinationName } from '../../../shared/feedback/destination-name.ts';

/** Undefined where the document names no such room. */
export function seenDestination(matrix: MatrixPlace | undefined): DestinationPlan | undefined {
  const room = matrix?.acknowledgements;
  if (room === undefined) return undefined;
  const name = matrix?.rooms.find((one) => one.room === room)?.name ?? room;
  return { id: seenId(room), via: 'matrix', name, room };
}

/** The outbox's name of this room, which no other room has that the document names meanwhile. */
export function seenName(room: string): string {
  return destinationName({ via: 'matrix', id: seenId(room) });
}

/** No destination of a document has an underscore in its id. */
function seenId(room: string): string {
  const hash = createHash('sha256').update(room).digest('base64url').slice(0, 22);
  return `_seen:${hash}`;
}
