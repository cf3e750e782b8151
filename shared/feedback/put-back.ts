/** Removals are put back for the readers of one place; for any other place they are redacted again. Pure. */
import type { ShownPlace } from './shown-place.ts';
import type { Draft } from './state.ts';

type PutBack = Required<Pick<Draft, 'kept' | 'keptFor'>>;
type Audience = Pick<ShownPlace, 'via' | 'place' | 'readers'>;

export function putBackFor(audience: Audience, kept: readonly string[]): PutBack {
  return { kept: [...kept], keptFor: keyOf(audience) };
}

export function putBackIn({ kept, keptFor }: Draft, audience: Audience): readonly string[] {
  return kept && keptFor === keyOf(audience) ? kept : [];
}

function keyOf({ via, place, readers = '' }: Audience): string {
  return JSON.stringify([via, place, readers]);
}
