/** What a member puts back of what is taken out, they put back for those who read at one place: for others it is out again. Pure. */
import type { ShownPlace } from './shown-place.ts';
import type { Draft } from './state.ts';

type PutBack = Required<Pick<Draft, 'kept' | 'keptFor'>>;
type There = Pick<ShownPlace, 'via' | 'place' | 'readers'>;

export function putBackFor(there: There, kept: readonly string[]): PutBack {
  return { kept: [...kept], keptFor: keyOf(there) };
}

export function putBackIn({ kept, keptFor }: Draft, there: There): readonly string[] {
  return kept && keptFor === keyOf(there) ? kept : [];
}

function keyOf({ via, place, readers = '' }: There): string {
  return JSON.stringify([via, place, readers]);
}
