/** The acknowledgement room as a destination of the outbox. */
import { createHash } from 'node:crypto';
import type { AckRoom } from '../../../shared/acknowledgements/room.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { destinationName } from '../../../shared/feedback/destination-name.ts';

export function ackDestination({ room, name }: AckRoom): DestinationPlan {
  return { id: ackId(room), via: 'matrix', name, room };
}

/** The outbox's name for this room; items keep it even if the document names another room. */
export function ackDestinationName(room: string): string {
  return destinationName({ via: 'matrix', id: ackId(room) });
}

/** Unique, since a document's destination ids have no underscore. Must not change: stored items contain it. */
function ackId(room: string): string {
  const hash = createHash('sha256').update(room).digest('base64url').slice(0, 22);
  return `_seen:${hash}`;
}
