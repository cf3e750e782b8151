/** Echo and media figures of a finished or interrupted test. Pure. */
import { concealment, combinedSound } from './gaps.ts';
import type { Measurement, SoundFigures } from './measurement.ts';
import type { Timed } from './pairing.ts';
import { changeOf, valueAt } from './pairing.ts';
import type { Reading } from './readings.ts';
import { spreadOf } from './distribution.ts';
import { bufferAtMs, jitterDownMs, jitterUpMs, lossDown, lossUp, roundTrips } from './stats.ts';

export type Run = Readonly<{
  /** All readings of the connection, oldest first. */
  readings: readonly Reading[];
  /** Undefined until the first chirp is sent. */
  startUtcMs: number | undefined;
  /** Chirps sent long enough ago to have come back. */
  sent: number;
  heard: readonly Readonly<{ number: number; echoMs: number; heardUtcMs: number }>[];
  /** Missing sound, from the silence meter. */
  sound?: SoundFigures | undefined;
  /** Signalling round trips: more frequent than those of media, over the same network. */
  pings?: readonly Timed[];
}>;

type MediaFigures = Pick<
  Measurement,
  | 'roundTripMs'
  | 'roundTripChangeMs'
  | 'jitterUpMs'
  | 'jitterDownMs'
  | 'lossUp'
  | 'lossDown'
  | 'echo'
>;

/** Window around a chirp's end: some 20 packets, so that the jitter of single packets averages out. */
const bufferAroundMs = 500;

/** What the figures rest on. */
export type Series = Readonly<{
  run: Run;
  /** Readings since the first chirp. */
  measured: readonly Reading[];
  trips: readonly Timed[];
  /** Of each chirp, the echo time without its wait in the jitter buffer. */
  travelTimes: readonly Timed[];
  /** Of each chirp, what neither the jitter buffer nor the round trip while it was in transit explains; oldest first. */
  restTimes: readonly Timed[];
}>;

export function seriesOf(run: Run): Series {
  const { readings, startUtcMs = Infinity } = run;
  const measured = readings.filter((one) => one.atUtcMs >= startUtcMs);
  // A working route is only checked every 2.5 s, so early answers count too.
  const trips = roundTrips(readings);
  const travelTimes = travelTimesOf(run);
  return { run, measured, trips, travelTimes, restTimes: restTimesOf(travelTimes, trips) };
}

export function mediaFigures(run: Run): MediaFigures {
  return figuresOf(seriesOf(run));
}

export function figuresOf(series: Series): MediaFigures {
  const { run, measured, trips } = series;
  const { readings, startUtcMs = Infinity } = run;
  const roundTripMs = spreadOf(trips.map(({ ms }) => ms));
  const parts = {
    roundTripMs,
    roundTripChangeMs: changeOf(trips.filter((one) => one.atUtcMs >= startUtcMs)),
    jitterUpMs: jitterUpMs(measured),
    jitterDownMs: jitterDownMs(measured),
    lossUp: lossUp(readings, roundTripMs?.median ?? 0, startUtcMs),
    lossDown: lossDown(measured),
    echo: run.sent > 0 ? echoFigures(series) : undefined,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

/**
 * A packet that arrives early waits in the jitter buffer for as long as it was early, so echo time minus waiting time
 * is the travel time, whatever the jitter. Subtracted per chirp, because the buffer changes in size.
 */
function travelTimesOf({ heard, readings }: Run): readonly Timed[] {
  return heard.flatMap(({ echoMs, heardUtcMs }) => {
    const bufferMs = bufferAtMs(readings, heardUtcMs, bufferAroundMs);
    if (bufferMs === undefined) return [];
    return [{ atUtcMs: heardUtcMs, ms: Math.max(0, echoMs - bufferMs) }];
  });
}

function restTimesOf(travelTimes: readonly Timed[], trips: readonly Timed[]): readonly Timed[] {
  return travelTimes
    .flatMap(({ atUtcMs, ms }): readonly Timed[] => {
      const tripMs = valueAt(trips, atUtcMs - ms / 2);
      return tripMs === undefined ? [] : [{ atUtcMs, ms: Math.max(0, ms - tripMs) }];
    })
    .toSorted((a, b) => a.atUtcMs - b.atUtcMs);
}

/** `bufferMs` is chosen so that the median echo minus `bufferMs` is the median of the travel times. */
function echoFigures(series: Series): Measurement['echo'] {
  const { run, measured, trips } = series;
  const ms = spreadOf(run.heard.map((one) => one.echoMs));
  const travelMs = spreadOf(series.travelTimes.map((one) => one.ms));
  const parts = {
    ms,
    bufferMs: ms && travelMs ? Math.max(0, ms.median - travelMs.median) : undefined,
    restMs: spreadOf(series.restTimes.map((one) => one.ms)),
    restChangeMs: changeOf(series.restTimes),
    sound: combinedSound(concealment(measured, [trips, run.pings ?? []]), run.sound),
  };
  const present = Object.entries(parts).filter(([, part]) => part !== undefined);
  return { sent: run.sent, returned: run.heard.length, ...Object.fromEntries(present) };
}
