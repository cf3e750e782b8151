/**
 * Figures from the seconds of a test: the latest values while it runs, and a measurement if it ended without one. Pure.
 */
import { longestEchoS } from './chirp.ts';
import type { Measurement, Sample } from './measurement.ts';
import { spreadOf } from './distribution.ts';

/** The last measured value, and its age in s relative to the last second. */
export type LastMeasured = Readonly<{ value: number; ageS: number }>;

/**
 * A second rarely has every figure: a route is checked every two or three seconds, the server reports every five, and a
 * chirp comes back in the next second. Undefined until the first value.
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

/** The worse of the two directions, even if the other was measured later. */
export function lastLoss(samples: readonly Sample[]): LastMeasured | undefined {
  const up = lastMeasured(samples, 'lossUp');
  const down = lastMeasured(samples, 'lossDown');
  if (!up || !down) return up ?? down;
  if (up.value === down.value) return up.ageS < down.ageS ? up : down;
  return up.value > down.value ? up : down;
}

/**
 * A measurement for a test that ended before it delivered one: coarser, and only what the seconds contain. Without
 * losses, because shares cannot be added up without packet counts.
 */
export function measurementOfSeconds(samples: readonly Sample[]): Measurement {
  const spreadOfAll = (figure: 'roundTripMs' | 'jitterMs' | 'echoMs') =>
    spreadOf(samples.flatMap((one) => one[figure] ?? []));
  const roundTripMs = spreadOfAll('roundTripMs');
  const jitterDownMs = spreadOfAll('jitterMs');
  const ms = spreadOfAll('echoMs');
  const lastHeard = samples.findLastIndex((one) => one.echoMs !== undefined);
  // One chirp per second; the last ones may still have been in transit.
  const sent = Math.max(lastHeard + 1, samples.length - longestEchoS);
  return {
    samples: [...samples],
    ...(roundTripMs ? { roundTripMs } : {}),
    ...(jitterDownMs ? { jitterDownMs } : {}),
    ...(ms ? { echo: { sent, returned: ms.count, ms } } : {}),
  };
}
