/** The room in which members tell each other what they have seen: a destination of the outbox beside those of feedback. */
import { createHash } from 'node:crypto';
import type { MatrixPlace } from '../../shared/coop/accounts.ts';
import type { DestinationPlan } from '../../shared/coop/feedback.ts';
import { destinationName, memberName } from '../../shared/feedback/destination-name.ts';

/** Undefined where the document names no such room. */
export function seenDestination(matrix: MatrixPlace | undefined): DestinationPlan | undefined {
  const room = matrix?.acknowledgements;
  if (room === undefined) return undefined;
  const name = matrix?.rooms.find((one) => one.room === room)?.name ?? room;
  return { id: seenId(room), via: 'matrix', name, room };
}

/** What goes to this room in this member's name, and never to another room or in another name. */
export function seenName({ room, userId }: Readonly<{ room: string; userId: string }>): string {
  const name = destinationName({ via: 'matrix', id: seenId(room) });
  return memberName(name, shortHash(userId));
}

/** No destination of a document has an underscore in its id. */
function seenId(room: string): string {
  return `_seen:${shortHash(room)}`;
}

/** Stands for an id that may be too long for a name. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
