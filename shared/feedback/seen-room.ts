/** The room in which members tell each other what they have seen: a destination of the outbox beside those of feedback. Pure. */
import type { MatrixPlace } from '../coop/accounts.ts';
import type { DestinationPlan } from '../coop/feedback.ts';

/** No destination of a document has an underscore in its id. */
const id = '_seen';

/** Undefined where the document names no such room. */
export function seenDestination(matrix: MatrixPlace | undefined): DestinationPlan | undefined {
  const room = matrix?.acknowledgements;
  if (room === undefined) return undefined;
  const name = matrix?.rooms.find((one) => one.room === room)?.name ?? room;
  return { id, via: 'matrix', name, room };
}
