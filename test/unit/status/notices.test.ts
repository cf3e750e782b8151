import { describe, expect, test } from 'vitest';
import type { Change, NoticeState } from '../../../shared/status/notices.ts';
import {
  addChanges,
  bundleMs,
  hasCompany,
  isTold,
  noNotices,
  readMs,
  tell,
  tellBy,
} from '../../../shared/status/notices.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';

function change(serviceId: string, from: Verdict, to: Verdict): Change {
  return { serviceId, name: serviceId, from, to };
}

describe('what is told', () => {
  test.each<[Verdict, Verdict, boolean]>([
    ['unknown', 'up', false],
    ['unknown', 'down', true],
    ['unknown', 'degraded', false],
    ['unknown', 'maintenance', false],
    ['up', 'down', true],
    ['up', 'degraded', true],
    ['up', 'maintenance', false],
    ['degraded', 'down', true],
    ['down', 'up', true],
    ['degraded', 'up', true],
    ['down', 'degraded', false],
    ['maintenance', 'up', false],
    ['maintenance', 'down', true],
    ['up', 'no-access', false],
  ])('%s to %s: %s', (from, to, told) => {
    expect(isTold(change('a', from, to))).toBe(told);
  });

  test('a certificate that comes nearer to its end, at each step', () => {
    const step = {
      ...change('a', 'degraded', 'degraded'),
      reason: reason('certificate-expiring', { days: 7, band: 7 }),
    };
    expect(tell(addChanges(noNotices, [step], 0), 0, false).notice?.changes).toEqual([step]);
  });
});

/** Feeds changes at their times and records what is shown when. */
function play(
  steps: readonly (readonly [atMs: number, changes: Change[], confirming?: boolean])[],
) {
  let state: NoticeState = noNotices;
  const shown: { atMs: number; names: string; replaces: boolean }[] = [];
  for (const [atMs, changes, confirming = false] of steps) {
    state = addChanges(state, changes, atMs);
    const told = tell(state, atMs, confirming);
    state = told.state;
    if (told.notice) {
      const names = told.notice.changes.map((one) => `${one.serviceId}:${one.to}`).join(' ');
      shown.push({ atMs, names, replaces: told.notice.replaces });
    }
  }
  return { shown, state };
}

const down = (id: string) => change(id, 'up', 'down');
const up = (id: string) => change(id, 'down', 'up');

describe('when it is told', () => {
  test('a single failure at once', () => {
    expect(play([[0, [down('a')]]]).shown).toEqual([{ atMs: 0, names: 'a:down', replaces: false }]);
  });

  test('failures that come together as one', () => {
    const { shown } = play([
      [0, [down('a')], true],
      [2000, [down('b')], true],
      [3000, [down('c')], false],
    ]);
    expect(shown).toEqual([{ atMs: 3000, names: 'a:down b:down c:down', replaces: false }]);
  });

  test('never later than the bundling time, even if others are still in doubt', () => {
    const { shown, state } = play([
      [0, [down('a')], true],
      [bundleMs - 1, [], true],
    ]);
    expect(shown).toEqual([]);
    expect(tellBy(state, true)).toBe(bundleMs);
    expect(tell(state, bundleMs, true).notice?.changes).toHaveLength(1);
  });

  test('a later failure takes the place of the notification shown just before', () => {
    const { shown } = play([
      [0, [down('a')]],
      [10_000, [down('b')]],
      [50_000, [down('c')]],
    ]);
    expect(shown.map((one) => [one.names, one.replaces])).toEqual([
      ['a:down', false],
      ['a:down b:down', true],
      ['c:down', false],
    ]);
  });

  test('a notification stands long enough to be read before the next takes its place', () => {
    const { shown, state } = play([
      [0, [down('a')]],
      [1000, [down('b')]],
      [2000, [down('c')]],
      [readMs - 1, []],
      [readMs, []],
    ]);
    expect(shown.map((one) => [one.atMs, one.names])).toEqual([
      [0, 'a:down'],
      [readMs, 'a:down b:down c:down'],
    ]);
    expect(tellBy(state, false)).toBeUndefined();
  });

  test('a clock that was set back keeps nothing waiting', () => {
    const { shown } = play([
      [100_000, [down('a')]],
      [101_000, [down('b')]],
      [0, [down('c')]],
    ]);
    expect(shown.map((one) => one.names)).toEqual(['a:down', 'b:down c:down']);
  });

  test.each([
    ['a failure and others that fail', down('a'), { worse: 1, better: 0 }, true],
    ['a failure and others that come back', down('a'), { worse: 0, better: 9 }, false],
    ['a recovery and others that come back', up('a'), { worse: 0, better: 1 }, true],
    ['a recovery and others that fail', up('a'), { worse: 1, better: 0 }, true],
    ['a recovery alone', up('a'), { worse: 0, better: 0 }, false],
  ])('%s', (_what, first, confirming, company) => {
    expect(hasCompany(addChanges(noNotices, [first], 0), confirming)).toBe(company);
  });

  test('what came back before it was told is no news', () => {
    const { shown, state } = play([
      [0, [down('a')], true],
      [5000, [up('a')], false],
    ]);
    expect(shown).toEqual([]);
    expect(tellBy(state, false)).toBeUndefined();
  });

  test('a recovery within the bundling time replaces the alarm', () => {
    const { shown } = play([
      [0, [down('a')]],
      [20_000, [up('a')]],
    ]);
    expect(shown[1]).toEqual({ atMs: 20_000, names: 'a:up', replaces: true });
  });
});
