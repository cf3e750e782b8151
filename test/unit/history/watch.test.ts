import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../shared/history/incidents.ts';
import { grow } from '../../../shared/history/incidents.ts';
import type { Beat, Span, Watch } from '../../../shared/history/watch.ts';
import { follow, leave } from '../../../shared/history/watch.ts';
import { observe, unchecked } from '../../../shared/status/machine.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';

const start = Date.UTC(2026, 10, 24, 14, 0);
const damping = { failures: 3, successes: 2, confirmS: 10 };
const answers = {
  up: { verdict: 'up', timings: { total: 5 } },
  down: { verdict: 'down', reason: reason('refused'), timings: {} },
  maintenance: { verdict: 'maintenance', reason: reason('says-maintenance'), timings: {} },
  'no-access': { verdict: 'no-access', reason: reason('no-access'), timings: {} },
} as const satisfies Record<string, Observation>;

/** Checks at these seconds, by the real state machine, with an interval of a minute; the app is closed at the end. */
function spansOf(checks: readonly (readonly [number, keyof typeof answers])[]): readonly Span[] {
  let record = unchecked(start);
  let watch: Watch | undefined;
  const spans: Span[] = [];
  for (const [second, answer] of checks) {
    const atUtcMs = start + second * 1000;
    record = observe(record, answers[answer], atUtcMs, damping);
    const beat: Beat = {
      serviceId: 'a',
      atUtcMs,
      seen: answers[answer],
      record,
      intervalMs: 60_000,
    };
    const followed = follow(watch, beat);
    ({ watch } = followed);
    spans.push(...followed.spans);
  }
  return [...spans, ...leave(watch)];
}

const short = (spans: readonly Span[]) =>
  spans.map(({ kind, fromUtcMs, toUtcMs }) => [
    kind,
    (fromUtcMs - start) / 1000,
    (toUtcMs - start) / 1000,
  ]);

describe('the time that checks speak for', () => {
  test.each([
    ['a single check speaks for no time', [[0, 'up']], []],
    [
      'two checks, for the time between',
      [
        [0, 'up'],
        [60, 'up'],
      ],
      [['up', 0, 60]],
    ],
    [
      'a confirmed failure counts from its first sign',
      [
        [0, 'up'],
        [60, 'down'],
        [70, 'down'],
        [80, 'down'],
        [140, 'down'],
      ],
      [
        ['up', 0, 60],
        ['down', 60, 80],
        ['down', 80, 140],
      ],
    ],
    [
      'a failure that is not confirmed did not happen',
      [
        [0, 'up'],
        [60, 'down'],
        [70, 'up'],
        [130, 'up'],
      ],
      [
        ['up', 0, 70],
        ['up', 70, 130],
      ],
    ],
    [
      'nor one that was being confirmed when the watch ended',
      [
        [0, 'up'],
        [60, 'down'],
        [70, 'down'],
      ],
      [['up', 0, 70]],
    ],
    [
      'a recovery counts from its first sign too',
      [
        [0, 'down'],
        [10, 'down'],
        [20, 'down'],
        [80, 'up'],
        [90, 'up'],
      ],
      [
        ['down', 0, 20],
        ['down', 20, 80],
        ['up', 80, 90],
      ],
    ],
    [
      'time without checks is not watched',
      [
        [0, 'up'],
        [60, 'up'],
        [3600, 'up'],
        [3660, 'up'],
      ],
      [
        ['up', 0, 60],
        ['up', 3600, 3660],
      ],
    ],
    [
      'nor is it when the clock was set back',
      [
        [3600, 'up'],
        [0, 'up'],
        [60, 'up'],
      ],
      [['up', 0, 60]],
    ],
    [
      'maintenance and a closed door are what they say',
      [
        [0, 'maintenance'],
        [60, 'maintenance'],
        [120, 'no-access'],
        [180, 'no-access'],
      ],
      [
        ['maintenance', 0, 60],
        ['maintenance', 60, 120],
        ['unknown', 120, 180],
      ],
    ],
  ] as const)('%s', (_name, checks, expected) => {
    expect(short(spansOf(checks))).toEqual(expected);
  });
});

describe('incidents', () => {
  const incidentsOf = (checks: Parameters<typeof spansOf>[0]) => {
    const all = new Map<number, Incident>();
    let current: Incident | undefined;
    for (const span of spansOf(checks)) {
      const grown = grow(current, span);
      ({ current } = grown);
      for (const one of grown.written) all.set(one.fromUtcMs, one);
    }
    return [...all.values()].map(({ kind, fromUtcMs, toUtcMs, ended }) => [
      kind,
      (fromUtcMs - start) / 1000,
      (toUtcMs - start) / 1000,
      ended,
    ]);
  };
  const fails = [
    [60, 'down'],
    [70, 'down'],
    [80, 'down'],
    [140, 'down'],
  ] as const;

  test.each([
    [
      'none while all is well',
      [
        [0, 'up'],
        [60, 'up'],
      ],
      [],
    ],
    ['one that lasts', [[0, 'up'], ...fails], [['down', 60, 140, false]]],
    [
      'one whose end was seen',
      [[0, 'up'], ...fails, [200, 'up'], [210, 'up']],
      [['down', 60, 200, true]],
    ],
    [
      'one whose end nobody saw, and the next',
      [[0, 'up'], ...fails, [9000, 'down'], [9060, 'down']],
      [
        ['down', 60, 140, false],
        ['down', 9000, 9060, false],
      ],
    ],
    [
      'one kind that follows another',
      [
        [0, 'maintenance'],
        [60, 'maintenance'],
        [120, 'up'],
        [180, 'up'],
      ],
      [['maintenance', 0, 120, true]],
    ],
  ] as const)('%s', (_name, checks, expected) => {
    expect(incidentsOf(checks)).toEqual(expected);
  });
});
