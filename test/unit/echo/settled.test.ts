/** When a test may end early: never beside a limit, and with the verdict of the whole time. */
import { describe, expect, test } from 'vitest';
import { figuresOf, mediaFigures, seriesOf } from '../../../shared/echo/figures.ts';
import { limits } from '../../../shared/echo/limits.ts';
import type { MySide } from '../../../shared/echo/local-checks.ts';
import { movesOf, wholeOf } from '../../../shared/echo/moves.ts';
import { firstLookS, isMySideSettled, settledBlame } from '../../../shared/echo/settled.ts';
import { verdictOf } from '../../../shared/echo/verdict.ts';
import type { SimulatedLine } from './lines.ts';
import { anyLine, atTheEndS, flawless, fullS, simulate } from './lines.ts';

/** A simulated line takes some 5 ms; decision 42 has the figures of more of them. */
const lines = 300;

type Run = ReturnType<typeof simulate>;

function endOf(run: Run): Readonly<{ stoppedS: number; blame: string }> | undefined {
  for (let doneS = firstLookS; doneS < fullS; doneS += 1) {
    const blame = settledBlame(run(doneS), { doneS, fullS });
    if (blame) return { stoppedS: doneS, blame };
  }
  return undefined;
}

function finalBlame(run: Run): string {
  return verdictOf({ ...mediaFigures(run(atTheEndS)), samples: [] }).blame;
}

function simulated(over: Partial<SimulatedLine>, seed = 1): Run {
  return simulate({ ...flawless, ...over }, seed);
}

describe('a clear case ends as soon as it may', () => {
  test.each<[string, Partial<SimulatedLine>, string, number]>([
    ['a good line', {}, 'nobody', firstLookS],
    ['a good line of some distance', { roundTripMs: 100 }, 'nobody', firstLookS],
    ['a slow line', { roundTripMs: 250 }, 'network', firstLookS],
    ['a slow server', { serverMs: 350 }, 'server', firstLookS],
    [
      'both, of which neither costs clearly more',
      { roundTripMs: 300, serverMs: 300 },
      'cannot-tell',
      firstLookS,
    ],
  ])('%s', (_what, over, blame, stoppedS) => {
    expect(endOf(simulated(over))).toEqual({ stoppedS, blame });
  });

  test('a server that reports seldom only takes longer', () => {
    const end = endOf(simulated({ reportS: 5 }));
    expect(end?.blame).toBe('nobody');
    expect(end?.stoppedS).toBeGreaterThan(10);
  });
});

describe('the whole time is taken', () => {
  test.each<[string, Partial<SimulatedLine>]>([
    ['beside the limit of the round trip', { roundTripMs: 172, jitterMs: 6 }],
    ['beside that of the server’s part', { serverMs: 124, serverJitterMs: 8 }],
    ['beside that of jitter', { jitterMs: 46 }],
    ['where one side costs nearly enough to be named alone', { roundTripMs: 250, serverMs: 200 }],
    ['beside that of loss', { lossUp: 0.02 }],
    ['while a server becomes slower', { serverDriftMs: 320 }],
    ['after a freeze', { freezeAtS: 6, freezeMs: 700 }],
    ['while a freeze lasts', { freezeAtS: 7.7, freezeMs: 2000 }],
    ['after losses in bursts', { lossDown: 0.06, burst: 6 }],
  ])('%s', (_what, over) => {
    expect(endOf(simulated(over, 2))).toBeUndefined();
  });

  test('as long as the server has not reported twice', () => {
    const run = simulated({ reportS: 1 });
    const { readings, ...rest } = run(12);
    const unreported = readings.map(({ report: _report, ...reading }) => reading);
    expect(settledBlame(run(12), { doneS: 12, fullS })).toBe('nobody');
    expect(settledBlame({ ...rest, readings: unreported }, { doneS: 12, fullS })).toBeUndefined();
  });
});

test(`on ${lines} lines of all kinds, no figure can still cross its limit, and 99 % keep the verdict of the whole time`, () => {
  let early = 0;
  let changed = 0;
  for (let seed = 1; seed <= lines; seed += 1) {
    const run = simulate(anyLine(seed), seed);
    const end = endOf(run);
    if (!end) continue;
    early += 1;
    const stage = { doneS: end.stoppedS, fullS };
    const then = run(end.stoppedS);
    const series = seriesOf(then);
    const whole = wholeOf({ ...figuresOf(series), samples: [] });
    const moves = whole ? movesOf(series, whole, stage) : [];
    expect(moves.length).toBeGreaterThan(10);
    for (const { reach, limit = Infinity } of moves) {
      expect(reach.low < limit && reach.high >= limit, `seed ${seed}`).toBe(false);
    }
    if (end.blame !== finalBlame(run)) changed += 1;
  }
  expect(early).toBeGreaterThan(lines / 3);
  expect(changed).toBeLessThanOrEqual(lines / 100);
});

describe('the member’s own machine', () => {
  const gateway = (median: number) => ({ count: 9, min: median, median, p95: median, max: median });
  test.each<[string, MySide, boolean]>([
    ['nothing measured', {}, true],
    ['at ease', { processor: 0.3, stallMs: 20, gatewayMs: gateway(2), gatewayLost: 0 }, true],
    ['busy', { processor: 1 }, true],
    ['nearly busy', { processor: limits.processor - 0.03 }, false],
    ['a stall', { stallMs: limits.stallMs }, true],
    ['a stall that may yet become one', { stallMs: limits.stallMs - 50 }, false],
    ['a router about as slow as the limit', { gatewayMs: gateway(limits.gatewayMs) }, false],
    ['a router that takes half of the round trip', { gatewayMs: gateway(100) }, false],
    ['a router that takes all of it', { gatewayMs: gateway(190) }, true],
    ['one ping of ten lost', { gatewayLost: 0.1 }, false],
    ['one of three', { gatewayLost: 0.33 }, true],
  ])('%s', (_what, mySide, expected) => {
    expect(isMySideSettled(mySide, 200)).toBe(expected);
  });
});
