import { describe, expect, test } from 'vitest';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { isStale, nextCheckInMs, observe, unchecked } from '../../../shared/status/machine.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';

const damping = { failures: 3, successes: 2, confirmS: 10 };
const letters: Readonly<Record<string, Observation>> = {
  u: { verdict: 'up', timings: {} },
  d: { verdict: 'down', reason: reason('refused'), timings: {} },
  g: { verdict: 'degraded', reason: reason('slow', { ms: 900, limitMs: 500 }), timings: {} },
  m: { verdict: 'maintenance', reason: reason('says-maintenance'), timings: {} },
  n: { verdict: 'no-access', reason: reason('no-access'), timings: {} },
  '?': { verdict: 'unknown', reason: reason('internal'), timings: {} },
};

/** Observes one letter a second and records the verdict after each; a star marks a pending change. */
function play(sequence: string, start = unchecked(0)): { trace: string; record: ServiceRecord } {
  let record = start;
  let trace = '';
  for (const [index, letter] of sequence.split('').entries()) {
    const seen = letters[letter];
    if (!seen) throw new Error(letter);
    record = observe(record, seen, (index + 1) * 1000, damping);
    const found = Object.entries(letters).find(([, one]) => one.verdict === record.verdict);
    trace += (found?.[0] ?? record.verdict) + (record.pending ? '*' : '');
  }
  return { trace, record };
}

describe('a verdict is believed after as many observations as it needs', () => {
  test.each([
    ['a first good answer at once', 'u', 'u'],
    ['a first failure not before it is confirmed', 'ddd', '?*?*d'],
    ['one lost packet never', 'uddu', 'uu*u*u'],
    ['three failures in a row', 'uddd', 'uu*u*d'],
    ['recovery after two successes', 'ddduu', '?*?*dd*u'],
    ['one success in between does not bring it back', 'dddudu', '?*?*dd*dd*'],
    ['slowness as carefully as failure', 'uggg', 'uu*u*g'],
    ['the last of a bad row decides', 'uddg', 'uu*u*g'],
    ['maintenance that a server declares at once', 'um', 'um'],
    ['the end of maintenance at once', 'mu', 'mu'],
    ['a failure in maintenance with care', 'mddd', 'mm*m*d'],
    ['no access at once', 'un', 'un'],
    ['a fault of our own is unknown, not down', 'u?', 'u?'],
    ['after a fault of our own the service is known again', '?u', '?u'],
    ['well again after nothing was known, at once', 'u?u', 'u?u'],
    ['a failure after nothing was known, with care', 'u??ddd', 'u???*?*d'],
    ['down again after nothing was known, at once', 'ddd?d', '?*?*d?d'],
    ['recovery after nothing was known, as from down', 'ddd?uu', '?*?*d??*u'],
    ['slowness after nothing was known, with care', 'u?ggg', 'u??*?*g'],
    ['from down to degraded like to up', 'dddgg', '?*?*dd*g'],
  ])('%s', (_what, sequence, trace) => {
    expect(play(sequence).trace).toBe(trace);
  });
});

test('what was known last is kept as long as nothing is, and no longer', () => {
  const last = (sequence: string) => play(sequence).record.lastKnown?.verdict;
  expect([last('?'), last('u'), last('u?'), last('u??d'), last('ddd?')]).toEqual([
    undefined,
    undefined,
    'up',
    'up',
    'down',
  ]);
  expect([last('u?u'), last('u?m'), last('u?ddd')]).toEqual([undefined, undefined, undefined]);
});

test('a confirmed failure is dated back to its first sign', () => {
  const { record } = play('uddd');
  expect(record).toMatchObject({ verdict: 'down', sinceUtcMs: 2000, asOfUtcMs: 4000 });
});

test('while a change is confirmed, checks are quick, but never slower than the interval', () => {
  const { record } = play('ud');
  expect(nextCheckInMs(record, 60_000, damping)).toBe(10_000);
  expect(nextCheckInMs(record, 5000, damping)).toBe(5000);
  expect(nextCheckInMs(play('u').record, 60_000, damping)).toBe(60_000);
});

test.each([
  ['fresh', 61_000, false],
  ['three intervals old', 181_000, false],
  ['older than three intervals', 181_001, true],
  ['from the future, after the clock was set back', -60_000, true],
])('a reading that is %s', (_what, now, stale) => {
  expect(isStale(play('u').record, now, 60_000)).toBe(stale);
});
