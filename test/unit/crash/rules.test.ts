/** Which crashes a member is asked about, and whether the window comes back. */
import { expect, test } from 'vitest';
import type { Incident, KeptIncident } from '../../../shared/crash/incident.ts';
import { crashOf, isCrash, mayReopen, withIncident } from '../../../shared/crash/rules.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const nowUtcMs = Date.UTC(2026, 10, 24, 14, 0);
/** Minutes from now. */
const at = (minutes: number, more: Partial<Incident> = {}): Incident => ({
  kind: 'app',
  atUtcMs: nowUtcMs + minutes * minuteMs,
  version: '1',
  begunUtcMs: nowUtcMs - dayMs,
  ...more,
});
const answered = (incident: Incident): KeptIncident => ({ ...incident, answered: true });

test.each<[string, readonly KeptIncident[], number | undefined]>([
  ['none', [], undefined],
  ['one', [at(-1)], 1],
  ['an answered one', [answered(at(-1))], undefined],
  ['three in ten minutes', [at(-9), at(-5), at(-1)], 3],
  ['two, long after another', [at(-60), at(-5), at(-1)], 2],
  ['each soon after the one before', [at(-25), at(-16), at(-8), at(-1)], 4],
  ['a new one, long after an answered one', [answered(at(-60)), at(-1)], 1],
  [
    'one soon after one of another kind',
    [at(-2, { kind: 'fault' }), at(-1, { kind: 'window' })],
    1,
  ],
  ['two with another kind between them', [at(-9), at(-5, { kind: 'fault' }), at(-1)], 2],
  ['of last week', [at((-8 * dayMs) / minuteMs)], undefined],
  ['of a clock that was ahead', [at((8 * dayMs) / minuteMs)], undefined],
  ['a clock that was set back between them', [at(20), at(-1)], 1],
])('asked about %s', (_what, incidents, count) => {
  const crash = crashOf(incidents, nowUtcMs);
  expect(crash?.count).toBe(count);
  if (crash) expect(crash).toEqual({ ...incidents.at(-1), count });
});

test.each<[string, readonly KeptIncident[], Incident, boolean]>([
  ['the first', [], at(0), false],
  ['soon after one that is not answered', [at(-1)], at(0), false],
  ['soon after an answered one', [answered(at(-1))], at(0), true],
  ['ten minutes after an answered one', [answered(at(-10))], at(0), true],
  ['later', [answered(at(-11))], at(0), false],
  ['of another kind', [answered(at(-1))], at(0, { kind: 'window' }), true],
])('%s: nobody is asked again and again', (_what, before, next, isAnswered) => {
  expect(withIncident(before, next).at(-1)).toEqual(isAnswered ? answered(next) : next);
});

test('a loop of crashes asks once, however long it lasts', () => {
  let kept: readonly KeptIncident[] = [answered(at(0))];
  for (let minute = 5; minute < 300; minute += 5) {
    kept = withIncident(kept, at(minute));
    expect(crashOf(kept, nowUtcMs + minute * minuteMs)).toBeUndefined();
  }
  expect(kept).toHaveLength(10);
});

test.each([
  ['the first crash', [0], true],
  ['the second', [0, 1], true],
  ['the third in ten minutes', [0, 1, 9], false],
  ['the third, after a long while', [0, 1, 12], true],
  ['the fourth', [0, 1, 9, 10], false],
])('after %s the window comes back: %s', (_what, minutes, comesBack) => {
  expect(mayReopen(minutes.map((one) => one * minuteMs))).toBe(comesBack);
});

/** As at the end of a session: https://github.com/signalapp/Signal-Desktop/issues/7100. */
test.each([
  ['crashed', true],
  ['oom', true],
  ['abnormal-exit', true],
  ['launch-failed', true],
  ['integrity-failure', true],
  ['memory-eviction', true],
  ['killed', false],
  ['clean-exit', false],
])('a window’s process that ends as “%s” is a bug: %s', (reason, isBug) => {
  expect(isCrash(reason)).toBe(isBug);
});
