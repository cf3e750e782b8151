import { expect, test } from 'vitest';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import { untouched, withPause, withSnooze } from '../../../shared/notification-policy/state.ts';
import { draftItem } from '../../../shared/feedback/outbox.ts';
import type { Promises } from '../../bench/soak/promises.ts';
import { createPromises } from '../../bench/soak/promises.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 14, 0);
const hourMs = 3_600_000;
const anHour = { sinceUtcMs: nowUtcMs, untilUtcMs: nowUtcMs + hourMs };
const named = new Set(['pads']);
const snoozed = withSnooze(untouched, 'pads', anHour);
const change = { serviceId: 'pads', name: 'Pads', from: 'down', to: 'up' } as const;

/** What the member sets, and what happens before the review. */
const snoozes: readonly (readonly [
  title: string,
  set: PolicyState,
  before: (promises: Promises) => void,
  lost: number,
])[] = [
  ['is lost where the next life has it no longer', snoozed, (one) => one.keepPolicy(), 1],
  [
    'is not lost where the app was killed before the disk could have it',
    snoozed,
    (one) => one.cutOff(),
    0,
  ],
  [
    'is lost where the app was killed after that',
    snoozed,
    (one) => (one.keepPolicy(), one.cutOff()),
    1,
  ],
  [
    'is not lost once it is over by all other clocks',
    snoozed,
    (one) => one.passed(nowUtcMs + hourMs),
    0,
  ],
  [
    'is lost where only the clock of the machine says that it is over',
    snoozed,
    (one) => one.passed(nowUtcMs),
    1,
  ],
  [
    'that waits for the recovery is not lost with it',
    withSnooze(untouched, 'pads', { sinceUtcMs: nowUtcMs }),
    (one) => one.recovered([change]),
    0,
  ],
];

test.each(snoozes)('a snooze %s', (_title, set, before, lost) => {
  const promises = createPromises(() => undefined);
  promises.promise(() => set);
  before(promises);
  promises.review(untouched, [], named);
  promises.review(untouched, [], named);
  expect(promises.lost().snoozes).toBe(lost);
});

test('a snooze of another length is not the one that was promised', () => {
  const promises = createPromises(() => undefined);
  promises.promise(() => snoozed);
  promises.review(withSnooze(untouched, 'pads', { sinceUtcMs: nowUtcMs }), [], named);
  expect(promises.lost().snoozes).toBe(1);
});

test('what is set in a life that could not read what is kept is promised to nobody', () => {
  const promises = createPromises(() => undefined);
  promises.begun(false);
  promises.promise(() => snoozed);
  promises.begun(true);
  promises.review(untouched, [], named);
  expect(promises.lost().snoozes).toBe(0);
});

test('a snooze of a service that the document does not name for a while is looked for once it does', () => {
  const promises = createPromises(() => undefined);
  promises.promise(() => snoozed);
  promises.review(untouched, [], new Set());
  expect(promises.lost().snoozes).toBe(0);
  promises.review(untouched, [], named);
  expect(promises.lost().snoozes).toBe(1);
});

test('a pause is kept beside the snoozes', () => {
  const promises = createPromises(() => undefined);
  promises.promise(() => withPause(snoozed, anHour));
  promises.review(snoozed, [], named);
  expect(promises.lost()).toMatchObject({ snoozes: 0, pauses: 1 });
});

/** Texts written one after the other; the last may be taken or not. */
const drafts: readonly (readonly [
  title: string,
  write: (promises: Promises) => void,
  found: string | undefined,
  lost: number,
])[] = [
  ['is lost where it is gone', (one) => one.taken('a', 'first'), undefined, 1],
  [
    'is lost where an older text stands in its place',
    (one) => one.taken('a', 'second'),
    'first',
    1,
  ],
  [
    'may have either text while the second is on its way',
    (one) => (one.taken('a', 'first'), one.write('a', 'second')),
    'first',
    0,
  ],
  [
    'is not lost once the member has discarded it',
    (one) => (one.taken('a', 'first'), one.discard('a')),
    undefined,
    0,
  ],
];

test.each(drafts)('a draft %s', (_title, write, found, lost) => {
  const promises = createPromises(() => undefined);
  write(promises);
  const items = found === undefined ? [] : [draftItem('a', found, [], nowUtcMs)];
  promises.review(untouched, items, named);
  expect(promises.lost().drafts).toBe(lost);
});
