/** The acknowledgement room as a destination of the outbox, beside those of feedback. */
import { createHash } from 'node:crypto';
import type { AckRoom } from '../../../shared/acknowledgements/room.ts';
import type { DestinationPlan } from '../../../shared/coop/feedback.ts';
import { destinationName } from '../../../shared/feedback/destination-name.ts';

export function ackDestination({ room, name }: AckRoom): DestinationPlan {
  return { id: ackId(room), via: 'matrix', name, room };
}

/** The outbox's name of this room; it stays this room's even if the document names another. */
export function ackDestinationName(room: string): string {
  return destinationName({ via: 'matrix', id: ackId(room) });
}

/** No destination of a document has an underscore in its id. Items in outboxes hold it: it must not change. */
function ackId(room: string): string {
  const hash = createHash('sha256').update(room).digest('base64url').slice(0, 22);
  return `_seen:${hash}`;
}
