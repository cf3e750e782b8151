/** Sent items can be answered where they are, and no later document changes whose reactions count there. */
import { expect, test } from 'vitest';
import { sent } from '../../../main/features/feedback/create-answers.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { FeedbackPlan } from '../../../shared/coop/feedback.ts';
import { draftItem, enter } from '../../../shared/feedback/outbox.ts';

function item(destination: string, permalink: string, bound: Binding) {
  const entry = { destination, bound, contents: [] };
  const entered = enter(draftItem('one', '{}', [], 0), entry, [], 0, () => 'x');
  return { ...entered, phase: { at: 'sent', atUtcMs: 0, permalink } } as const;
}
const planWith = (...people: string[]): FeedbackPlan => ({
  destinations: [{ id: 'staff', via: 'matrix', name: 'Staff', room: { with: people } }],
  staging: [],
});
const link = 'https://matrix.to/#/!r%3Ae.org/%24e?via=e.org';
const site = 'https://github.com';

test.each([
  ['the people who were shown', ['@el:e.org'], ['@el:e.org']],
  ['nobody whom the document names in their place', ['@evil:e.org'], undefined],
])('in a room of one’s own the marks count of %s', (_what, people, staff) => {
  const bound = { via: 'matrix', place: '@el:e.org' };
  const [found] = sent(item('matrix:staff', link, bound), planWith(...people), site);
  expect(found?.place).toMatchObject({ roomId: '!r:e.org' });
  expect(found?.staff).toEqual(staff);
});

const issue = 'https://github.com/coop/site/issues/7';
test.each<[string, Binding, string, number]>([
  ['of an older version can be answered at its own GitHub', {}, 'https://github.com/', 1],
  [
    'of an older version cannot be while the document names another GitHub',
    {},
    'https://ghe.evil.org',
    0,
  ],
  [
    'that has its server noted can be, and that is looked at later',
    { server: 'a' },
    'https://ghe.evil.org',
    1,
  ],
])('an issue %s', (_what, bound, at, count) => {
  expect(sent(item('github:code', issue, bound), undefined, at)).toHaveLength(count);
});
