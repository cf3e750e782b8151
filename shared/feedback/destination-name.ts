/** Stable names of destinations: they are stored on disk, while the document's settings for them may change. Pure. */
import type { DestinationPlan } from '../coop/feedback.ts';

export function destinationName({ via, id }: Pick<DestinationPlan, 'via' | 'id'>): string {
  return `${via}:${id}`;
}

/** The room (for a direct room: its members, sorted) or the repository. */
export function placeName(plan: DestinationPlan): string {
  if (plan.via === 'github') return plan.repository;
  return typeof plan.room === 'string' ? plan.room : plan.room.with.toSorted().join(', ');
}
