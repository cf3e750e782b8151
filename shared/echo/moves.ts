/** Which figures of a test can still move until its end, how far, and what the measurement would be then. Pure. */
import { baselineMs } from './calibration.ts';
import type { Spread } from './distribution.ts';
import type { Run, Series } from './figures.ts';
import { packetMs, shareMissing } from './gaps.ts';
import { limits } from './limits.ts';
import type { Loss, Measurement } from './measurement.ts';
import type { Timed } from './pairing.ts';
import type { Reach, Stage } from './reach.ts';
import { reachOfChange, reachOfMedian, reachOfShare, reachOfWidth } from './reach.ts';
import type { Reading } from './readings.ts';
import { present, reportsOf } from './stats.ts';
import { widthMs } from './steadiness.ts';

export type Move = Readonly<{
  /** Whose figure it is. */
  side: 'network' | 'server' | 'either';
  now: number;
  reach: Reach;
  /** From here on the figure is trouble; undefined if it has no limit of its own. */
  limit?: number;
  put: (measurement: Whole, value: number) => Whole;
}>;

/** An estimate of jitter is itself a mean over some 16 packets (RFC 3550), so it varies by itself. */
const jitterShare = 0.3;
const delayShare = 0.05;
const samplesPerPacket = 48 * packetMs;

type Echo = NonNullable<Measurement['echo']>;
/** With every figure that a verdict can rest on. */
export type Whole = With<
  Measurement,
  'roundTripMs' | 'roundTripChangeMs' | 'jitterUpMs' | 'jitterDownMs' | 'lossUp' | 'lossDown'
> &
  Readonly<{ echo: With<Echo, 'ms' | 'restMs' | 'restChangeMs' | 'sound'> }>;
type With<T, K extends keyof T> = T & Readonly<{ [Key in K]-?: NonNullable<T[Key]> }>;

/** Undefined while one is missing: it may still come. */
export function wholeOf(now: Measurement): Whole | undefined {
  const { roundTripMs, roundTripChangeMs, jitterUpMs, jitterDownMs, lossUp, lossDown, echo } = now;
  if (!roundTripMs || roundTripChangeMs === undefined) return undefined;
  if (!jitterUpMs || !jitterDownMs || !lossUp || !lossDown) return undefined;
  if (!echo?.ms || !echo.restMs || echo.restChangeMs === undefined || !echo.sound) return undefined;
  const { ms, restMs, restChangeMs, sound } = echo;
  return {
    ...now,
    roundTripMs,
    roundTripChangeMs,
    jitterUpMs,
    jitterDownMs,
    lossUp,
    lossDown,
    echo: { ...echo, ms, restMs, restChangeMs, sound },
  };
}

export function movesOf(series: Series, now: Whole, stage: Stage): readonly Move[] {
  const { run, measured, trips } = series;
  const perSecond = everySecond(measured);
  const rest = series.restTimes.map(({ ms }) => ms);
  return [
    ...tripMoves(now, trips, run.startUtcMs ?? Infinity, stage),
    ...packetMoves(now, reportsOf(measured), perSecond, stage),
    ...serverMoves(now, rest, stage),
    ...soundMoves(now, run, perSecond, stage),
  ];
}

function tripMoves(
  { roundTripMs, roundTripChangeMs }: Whole,
  trips: readonly Timed[],
  startUtcMs: number,
  stage: Stage,
): readonly Move[] {
  const all = trips.map(({ ms }) => ms);
  const inTest = trips.filter((one) => one.atUtcMs >= startUtcMs).map(({ ms }) => ms);
  const change = reachOfChange(roundTripChangeMs, inTest, stage);
  return [
    {
      side: 'network',
      now: roundTripMs.median,
      reach: driftedBy(change, reachOfMedian(all, stage, delayShare)),
      limit: limits.roundTripMs,
      put: (one, ms) => {
        const byMs = ms - roundTripMs.median;
        return withEcho({ ...one, roundTripMs: shifted(one.roundTripMs, byMs) }, byMs);
      },
    },
    {
      side: 'network',
      now: widthMs(roundTripMs),
      reach: reachOfWidth(widthMs(roundTripMs)),
      put: (one, ms) => ({ ...one, roundTripMs: widened(one.roundTripMs, ms) }),
    },
    {
      side: 'network',
      now: Math.abs(roundTripChangeMs),
      reach: magnitude(change),
      limit: limits.changeMs,
      put: (one, ms) => ({ ...one, roundTripChangeMs: ms }),
    },
  ];
}

/** What the packets tell at both ends of the line: jitter and loss. */
function packetMoves(
  { jitterUpMs, jitterDownMs, lossUp, lossDown }: Whole,
  reports: ReturnType<typeof reportsOf>,
  perSecond: readonly Reading[],
  stage: Stage,
): readonly Move[] {
  const received = present(perSecond.map((one) => one.received));
  const jitterReach = (ends: readonly Readonly<{ jitterMs?: number }>[]) =>
    reachOfMedian(present(ends.map(({ jitterMs }) => jitterMs)), stage, jitterShare);
  const lossReach = (loss: Loss, ends: readonly Readonly<{ lost: number }>[]) =>
    reachOfShare(loss, steps(ends.map(({ lost }) => lost)), stage);
  return [
    {
      side: 'network',
      now: jitterUpMs.median,
      reach: jitterReach(reports),
      limit: limits.jitterMs,
      put: (one, ms) => ({ ...one, jitterUpMs: shifted(one.jitterUpMs, ms - jitterUpMs.median) }),
    },
    {
      side: 'either',
      now: jitterDownMs.median,
      reach: jitterReach(received),
      limit: limits.jitterMs,
      put: (one, ms) => ({
        ...one,
        jitterDownMs: shifted(one.jitterDownMs, ms - jitterDownMs.median),
      }),
    },
    {
      side: 'network',
      now: lossUp.share,
      reach: lossReach(lossUp, reports),
      limit: limits.loss,
      put: (one, share) => ({ ...one, lossUp: lossOf(lossUp, share) }),
    },
    {
      side: 'network',
      now: lossDown.share,
      reach: lossReach(lossDown, received),
      limit: limits.loss,
      put: (one, share) => ({ ...one, lossDown: lossOf(lossDown, share) }),
    },
  ];
}

function serverMoves(
  { echo: { restMs, restChangeMs }, roundTripMs }: Whole,
  rest: readonly number[],
  stage: Stage,
): readonly Move[] {
  const change = reachOfChange(restChangeMs, rest, stage);
  return [
    {
      side: 'server',
      now: restMs.median,
      reach: driftedBy(change, reachOfMedian(rest, stage, delayShare)),
      limit: limits.serverMs + baselineMs,
      put: (one, ms) => {
        const byMs = ms - restMs.median;
        return withEcho(edited(one, { restMs: shifted(one.echo.restMs, byMs) }), byMs);
      },
    },
    {
      side: 'server',
      now: widthMs(restMs),
      reach: reachOfWidth(widthMs(restMs)),
      limit: limits.spreadMs + widthMs(roundTripMs),
      put: (one, ms) => edited(one, { restMs: widened(one.echo.restMs, ms) }),
    },
    {
      side: 'server',
      now: Math.abs(restChangeMs),
      reach: magnitude(change),
      limit: limits.changeMs,
      put: (one, ms) => edited(one, { restChangeMs: ms }),
    },
  ];
}

/** The whole echo, which also has the jitter buffer in it, and the share of sound that is missing. */
function soundMoves(
  { echo: { ms: echoMs, sound } }: Whole,
  { heard }: Run,
  perSecond: readonly Reading[],
  stage: Stage,
): readonly Move[] {
  const concealed = present(perSecond.map((one) => one.sound?.concealed));
  const packets = { lost: sound.missingMs / packetMs, expected: sound.heardMs / packetMs };
  return [
    {
      side: 'either',
      now: echoMs.median,
      reach: reachOfMedian(
        heard.map((one) => one.echoMs),
        stage,
        delayShare,
      ),
      put: (one, ms) => withEcho(one, ms - echoMs.median),
    },
    {
      side: 'server',
      now: shareMissing(sound),
      reach: reachOfShare(
        packets,
        steps(concealed).map((one) => one / samplesPerPacket),
        stage,
      ),
      put: (one, share) => edited(one, { sound: { ...sound, missingMs: share * sound.heardMs } }),
    },
  ];
}

/** A median moves by about half of what the change still grows by, if it is a change and not chance. */
function driftedBy(change: Reach, { low, high }: Reach): Reach {
  return {
    low: Math.max(0, low + Math.min(0, change.high) / 2),
    high: high + Math.max(0, change.low) / 2,
  };
}

function magnitude({ low, high }: Reach): Reach {
  const least = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
  return { low: least, high: Math.max(Math.abs(low), Math.abs(high)) };
}

/** The last reading of each second. */
function everySecond(readings: readonly Reading[]): readonly Reading[] {
  const first = readings[0]?.atUtcMs ?? 0;
  const second = ({ atUtcMs }: Reading) => Math.floor((atUtcMs - first) / 1000);
  return readings.filter((one, at) => {
    const next = readings[at + 1];
    return !next || second(next) > second(one);
  });
}

/** How much a count grew from one value to the next. */
function steps(counts: readonly number[]): readonly number[] {
  return counts.slice(1).map((count, at) => Math.max(0, count - (counts[at] ?? count)));
}

function shifted(spread: Spread, byMs: number): Spread {
  const moved = (ms: number) => Math.max(0, ms + byMs);
  return {
    count: spread.count,
    min: moved(spread.min),
    median: moved(spread.median),
    p95: moved(spread.p95),
    max: moved(spread.max),
  };
}

function widened(spread: Spread, ms: number): Spread {
  return { ...spread, p95: spread.median + ms };
}

function lossOf({ expected }: Loss, share: number): Loss {
  return { expected, lost: Math.round(share * expected), share };
}

/** What a part of the echo takes more, the echo takes more. */
function withEcho(measurement: Whole, byMs: number): Whole {
  return edited(measurement, { ms: shifted(measurement.echo.ms, byMs) });
}

function edited(measurement: Whole, change: Partial<Whole['echo']>): Whole {
  return { ...measurement, echo: { ...measurement.echo, ...change } };
}
