/** How the outbox names where an item goes: it is kept on disk, while what the document says of it may change. Pure. */
import type { DestinationPlan } from '../coop/feedback.ts';

export function destinationName({ via, id }: Pick<DestinationPlan, 'via' | 'id'>): string {
  return `${via}:${id}`;
}
