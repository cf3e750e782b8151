/** What a service’s page offers first: never the page of a service that is away. */
import { expect, test } from 'vitest';
import type { Action } from '../../../shared/status/actions.ts';
import { actionsOf } from '../../../shared/status/actions.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { verdicts } from '../../../shared/observation/observation.ts';

const both = { echo: true, feedback: true };
const feedback = { echo: false, feedback: true };
const neither = { echo: false, feedback: false };

test.each<[Verdict, boolean, typeof both, readonly Action[], readonly Action[]]>([
  ['up', true, both, ['open', 'check', 'echo'], ['feedback']],
  ['up', true, feedback, ['open', 'check', 'feedback'], []],
  ['up', false, neither, ['check'], []],
  ['degraded', true, both, ['open', 'check', 'echo'], ['feedback']],
  ['unknown', true, neither, ['open', 'check'], []],
  ['no-access', true, feedback, ['open', 'check', 'feedback'], []],
  ['down', true, both, ['check', 'feedback'], ['echo', 'open']],
  ['down', true, feedback, ['check', 'feedback'], ['open']],
  ['down', true, neither, ['check'], ['open']],
  ['down', false, both, ['check', 'feedback'], ['echo']],
  ['maintenance', true, both, ['check', 'feedback'], ['echo', 'open']],
])('%s, with a page: %s, %j', (verdict, hasPage, can, beside, folded) => {
  expect(actionsOf({ verdict, hasPage }, can)).toEqual({ beside, folded });
});

test('whatever its state, everything that can be done is somewhere, once', () => {
  for (const verdict of verdicts) {
    const { beside, folded } = actionsOf({ verdict, hasPage: true }, both);
    expect([...beside, ...folded].toSorted()).toEqual(['check', 'echo', 'feedback', 'open']);
  }
});
