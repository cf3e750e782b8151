/** Removals are put back for the readers of one place; for any other place they are redacted again. Pure. */
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
