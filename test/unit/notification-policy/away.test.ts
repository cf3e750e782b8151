/** A changed document does not lose the member's snoozes and acknowledgements. */
import { describe, expect, test } from 'vitest';
import { coopKey, isCoopKey } from '../../../shared/coop/source.ts';
import { followDocument } from '../../../shared/notification-policy/follow-document.ts';
import type { PolicyState } from '../../../shared/notification-policy/state.ts';
import { untouched } from '../../../shared/notification-policy/state.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 24, 14);
const snooze = { sinceUtcMs: start };
const note = { sinceUtcMs: start, reason: 'el is at it' };
const ours = 'https://hypha.coop/.well-known/coop-tray.json';
const theirs = 'https://maple.coop/.well-known/coop-tray.json';

const set: PolicyState = {
  ...untouched,
  coop: ours,
  snoozes: new Map([['pads', snooze]]),
  acknowledgements: new Map([
    ['pads', note],
    ['chat', note],
  ]),
};

type Named = readonly [coop: string, ids: readonly string[], afterMs?: number];

const follow = (state: PolicyState, ...steps: readonly Named[]) =>
  steps.reduce(
    (now, [coop, ids, afterMs = 0]) =>
      followDocument(now, { coop, serviceIds: new Set(ids) }, start + afterMs, true),
    state,
  );

describe('what a member asked for', () => {
  test.each<[string, readonly Named[]]>([
    ['a document without the services', [[ours, []]]],
    ['a document with half of them', [[ours, ['chat']]]],
    [
      'an empty one, time and again',
      [
        [ours, []],
        [ours, [], day],
        [ours, [], 80 * day],
      ],
    ],
    ['a day at another co-op', [[theirs, ['wiki']]]],
    ['a day at another co-op with the same ids', [[theirs, ['pads', 'chat']]]],
    [
      '89 days away',
      [
        [ours, []],
        [ours, [], 89 * day],
      ],
    ],
  ])('is there again after %s', (_what, steps) => {
    const after = follow(set, ...steps, [ours, ['chat', 'pads'], 89 * day]);
    expect(after).toEqual(set);
  });

  test('does not hold while its service is not named', () => {
    const { snoozes, acknowledgements } = follow(set, [ours, ['chat']]);
    expect([[...snoozes.keys()], [...acknowledgements.keys()]]).toEqual([[], ['chat']]);
  });

  test('of one co-op says nothing of the same id at another', () => {
    const { snoozes, acknowledgements } = follow(set, [theirs, ['pads', 'chat']]);
    expect([snoozes.size, acknowledgements.size]).toEqual([0, 0]);
  });

  test('is forgotten after 90 days without its service', () => {
    const after = follow(set, [ours, ['chat']], [ours, ['chat'], 91 * day]);
    expect(after.away).toEqual([]);
    expect(follow(after, [ours, ['chat', 'pads'], 91 * day]).snoozes.size).toBe(0);
  });

  test('before co-ops were told apart belongs to the first that is named', () => {
    const { coop: _none, ...before } = set;
    expect(follow(before, [ours, ['pads', 'chat']])).toEqual(set);
    expect(follow(before, [ours, []]).away.map(({ coop }) => coop)).toEqual([ours, ours]);
  });
});

test('a document that names the same leaves the same state, so that nothing is written', () => {
  expect(follow(set, [ours, ['pads', 'chat', 'wiki']])).toBe(set);
});

test.each([
  ['hypha.coop'],
  ['HYPHA.coop'],
  [' https://hypha.coop '],
  ['https://Hypha.coop/'],
  ['https://hypha.coop/.well-known/coop-tray.json'],
])('%j is one co-op, however it was typed', (typed) => {
  expect(coopKey(typed)).toBe(ours);
});

test.each([
  ['Hypha', false],
  ['hypha.coop', false],
  ['A co-op / and more', false],
  [ours, true],
  ['/home/ana/coop.json', true],
])('the name %j may not pass for the key of a co-op: %s', (name, isKey) => {
  expect(isCoopKey(name)).toBe(isKey);
});

test('nothing that is away is forgotten by a clock that nobody proves', () => {
  const gone = follow(set, [ours, []]);
  const later = { coop: ours, serviceIds: new Set<string>() };
  expect(followDocument(gone, later, start + 400 * day, false).away).toEqual(gone.away);
  expect(followDocument(gone, later, start + 400 * day, true).away).toEqual([]);
});
