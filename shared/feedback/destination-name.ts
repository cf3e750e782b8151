/** How the outbox names where an item goes: it is kept on disk, while what the document says of it may change. Pure. */
import type { DestinationPlan } from '../coop/feedback.ts';

export function destinationName({ via, id }: Pick<DestinationPlan, 'via' | 'id'>): string {
  return `${via}:${id}`;
}

/** Neither the id of a destination nor what stands for a member has a dot. */
const dot = '.';

/** There, but in the name of one member only. */
export function memberName(name: string, member: string): string {
  return `${name}${dot}${member}`;
}

/** `member` is absent where it goes in the name of whoever is signed in. */
export function namedIn(destination: string): Readonly<{ name: string; member?: string }> {
  const [name = '', member] = destination.split(dot);
  return member === undefined ? { name } : { name, member };
}
