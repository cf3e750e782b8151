/** How the outbox names where an item goes: it is kept on disk, while what the document says of it may change. Pure. */
import type { DestinationPlan } from '../coop/feedback.ts';

export function destinationName({ via, id }: Pick<DestinationPlan, 'via' | 'id'>): string {
  return `${via}:${id}`;
}

/** The room, those who read in a room of one's own in the order of the alphabet, or the repository. */
export function placeName(plan: DestinationPlan): string {
  if (plan.via === 'github') return plan.repository;
  return typeof plan.room === 'string' ? plan.room : plan.room.with.toSorted().join(', ');
}
