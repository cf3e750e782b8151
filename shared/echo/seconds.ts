/** What the seconds of a test tell: the last of each figure while it runs, and all of it where nothing else was told. Pure. */
import { longestEchoS } from './chirp.ts';
import type { Measurement, Sample } from './measurement.ts';
import { spreadOf } from './distribution.ts';

/** The last value that was measured, and how long before the last second, in s. */
export type LastMeasured = Readonly<{ value: number; ageS: number }>;

/**
 * A second rarely has every figure: a route is checked every two or three seconds, the server reports every five, and a
 * chirp comes back in the next second. Undefined as long as there was no value at all.
 */
export function lastMeasured(
  samples: readonly Sample[],
  figure: keyof Omit<Sample, 'atS'>,
): LastMeasured | undefined {
  const newest = samples.at(-1);
  const found = samples.findLast((one) => one[figure] !== undefined);
  const value = found?.[figure];
  if (!newest || !found || value === undefined) return undefined;
  return { value, ageS: newest.atS - found.atS };
}

/** The worse of the two ways: one that was measured later does not make the other good. */
export function lastLoss(samples: readonly Sample[]): LastMeasured | undefined {
  const up = lastMeasured(samples, 'lossUp');
  const down = lastMeasured(samples, 'lossDown');
  if (!up || !down) return up ?? down;
  if (up.value === down.value) return up.ageS < down.ageS ? up : down;
  return up.value > down.value ? up : down;
}

/**
 * The figures of a test that ended before it could tell them: not as fine as its own, and nothing that seconds do not
 * hold. Losses are left out, as shares without their packets cannot be added up.
 */
export function measurementOfSeconds(samples: readonly Sample[]): Measurement {
  const spreadOfAll = (figure: 'roundTripMs' | 'jitterMs' | 'echoMs') =>
    spreadOf(samples.flatMap((one) => one[figure] ?? []));
  const roundTripMs = spreadOfAll('roundTripMs');
  const jitterDownMs = spreadOfAll('jitterMs');
  const ms = spreadOfAll('echoMs');
  const lastHeard = samples.findLastIndex((one) => one.echoMs !== undefined);
  // A chirp a second; the last ones may have been on their way.
  const sent = Math.max(lastHeard + 1, samples.length - longestEchoS);
  return {
    samples: [...samples],
    ...(roundTripMs ? { roundTripMs } : {}),
    ...(jitterDownMs ? { jitterDownMs } : {}),
    ...(ms ? { echo: { sent, returned: ms.count, ms } } : {}),
  };
}
