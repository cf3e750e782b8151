/** The figures of echo and media of a finished, or interrupted, test. Pure. */
import type { Measurement } from './measurement.ts';
import type { Reading } from './readings.ts';
import { spreadOf } from './spread.ts';
import { bufferAtMs, jitterDownMs, jitterUpMs, lossDown, lossUp, roundTripsMs } from './stats.ts';

export type Run = Readonly<{
  /** All readings of the connection, the oldest first. */
  readings: readonly Reading[];
  /** Undefined while no chirp was sent. */
  startUtcMs: number | undefined;
  /** Chirps that went out and have had their time to come back. */
  sent: number;
  heard: readonly Readonly<{ number: number; echoMs: number; heardUtcMs: number }>[];
}>;

type MediaFigures = Pick<
  Measurement,
  'roundTripMs' | 'jitterUpMs' | 'jitterDownMs' | 'lossUp' | 'lossDown' | 'echo'
>;

/** Around a chirp's end: some 20 packets, so that the lateness of single ones cancels out. */
const bufferAroundMs = 500;

export function mediaFigures(run: Run): MediaFigures {
  const { readings, startUtcMs = Infinity } = run;
  const measured = readings.filter((one) => one.atUtcMs >= startUtcMs);
  // A route is checked only every 2.5 s once it is known to work: no answer is given away, not even an early one.
  const roundTripMs = spreadOf(roundTripsMs(readings));
  const parts = {
    roundTripMs,
    jitterUpMs: jitterUpMs(measured),
    jitterDownMs: jitterDownMs(measured),
    lossUp: lossUp(readings, roundTripMs?.median ?? 0, startUtcMs),
    lossDown: lossDown(measured),
    echo: run.sent > 0 ? echoFigures(run) : undefined,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

/**
 * A packet that comes early waits in the jitter buffer for as long as it was early, so echo time less waiting time is the
 * time on the way, whatever the jitter. The difference is taken chirp by chirp, because the buffer changes in size; and
 * `bufferMs` is chosen so that the middle echo less `bufferMs` is the middle of these differences.
 */
function echoFigures(run: Run): Measurement['echo'] {
  const ms = spreadOf(run.heard.map((one) => one.echoMs));
  const onTheWay = spreadOf(
    run.heard.flatMap((one) => {
      const waitedMs = bufferAtMs(run.readings, one.heardUtcMs, bufferAroundMs);
      return waitedMs === undefined ? [] : [Math.max(0, one.echoMs - waitedMs)];
    }),
  );
  return {
    sent: run.sent,
    returned: run.heard.length,
    ...(ms ? { ms } : {}),
    ...(ms && onTheWay ? { bufferMs: Math.max(0, ms.median - onTheWay.median) } : {}),
  };
}
