/** Sent items can be answered where they are, and no later document changes whose reactions count there. */
import { expect, test } from 'vitest';
import { joinAnswers, sent } from '../../../main/features/feedback/create-answers.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { FeedbackPlan } from '../../../shared/coop/feedback.ts';
import { draftItem, enter } from '../../../shared/feedback/outbox.ts';
import { fakeClock } from '../clock.ts';

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

test('the item’s own picture in its thread is no reply to it', async () => {
  const reply = (id: string, mine: boolean) => ({
    is: 'reply',
    id,
    by: '@x:e.org',
    mine,
    text: 'picture.png',
    inThread: true,
    atUtcMs: 1,
  });
  const signs = [reply('$picture', true), reply('$other', false)];
  const kept = { version: 1, items: { one: { signs, told: [], unread: [] } } };
  const part = { kind: 'image', content: '{}', transactionId: 't', answer: { id: '$picture' } };
  const sentItem = { ...item('matrix:beta', link, {}), parts: [part] };
  const joined = joinAnswers({
    host: {
      clock: fakeClock(0),
      files: { file: () => ({ load: async () => JSON.stringify(kept), save: async () => {} }) },
      tell: () => undefined,
    },
    outbox: { items: () => [sentItem] },
    accounts: {
      github: () => ({ url: site }),
      signedIn: () => undefined,
      listening: { listen: () => undefined },
    },
    plan: () => undefined,
    newId: () => 'x',
    titleOf: () => '',
  } as unknown as Parameters<typeof joinAnswers>[0]);
  await joined.answers.restore();
  expect(joined.view('one')?.replies.map(({ id }) => id)).toEqual(['$other']);
  joined.answers.suspend();
});
