/** Computes the figures of a test from successive statistics. Pure. */
import { defined } from '../defined.ts';
import type { Loss, Sample } from './measurement.ts';
import type { Timed } from './pairing.ts';
import type { Reading } from './readings.ts';
import { spreadOf } from './distribution.ts';
import type { Spread } from './distribution.ts';

type Echo = Readonly<{ number: number; echoMs: number }>;
type Report = NonNullable<Reading['report']>;

/** Media round trips between the readings, from ICE checks and the server's reports. */
export function roundTrips(readings: readonly Reading[]): readonly Timed[] {
  return pairs(readings).flatMap(([before, after]) => {
    const reported = isNewReport(before, after) ? after.report?.roundTripMs : undefined;
    const found = [...checkTrips(before, after), ...(reported === undefined ? [] : [reported])];
    return found.map((ms) => ({ atUtcMs: after.atUtcMs, ms }));
  });
}

/** Without their times, in ms. */
export function roundTripsMs(readings: readonly Reading[]): readonly number[] {
  return roundTrips(readings).map(({ ms }) => ms);
}

/** The statistics only give sums: each of several checks counts as their mean. */
function checkTrips(before: Reading, after: Reading): readonly number[] {
  if (!before.checks || !after.checks) return [];
  const answered = after.checks.answered - before.checks.answered;
  const tookMs = after.checks.totalMs - before.checks.totalMs;
  // The route may have changed in between.
  if (answered < 1 || answered > 1000 || tookMs < 0) return [];
  return Array.from({ length: answered }, () => tookMs / answered);
}

/** Interarrival jitter at our end, in ms: one value per reading. */
export function jitterDownMs(readings: readonly Reading[]): Spread | undefined {
  return spreadOf(present(readings.map((one) => one.received?.jitterMs)));
}

/** Interarrival jitter at the server: one value per report. */
export function jitterUpMs(readings: readonly Reading[]): Spread | undefined {
  return spreadOf(present(reportsOf(readings).map((one) => one.jitterMs)));
}

export function lossDown(readings: readonly Reading[]): Loss | undefined {
  const received = present(readings.map((one) => one.received));
  const first = received[0];
  const last = received.at(-1);
  if (!first || !last) return undefined;
  const lost = last.lost - first.lost;
  return lossOf(lost, last.packets - first.packets + lost);
}

/** From the first to the last of the server's reports since `sinceUtcMs`. */
export function lossUp(
  readings: readonly Reading[],
  roundTripMs: number,
  sinceUtcMs: number,
): Loss | undefined {
  const reports = reportsOf(readings).filter((one) => one.atUtcMs >= sinceUtcMs);
  return lossBetween(readings, reports[0], reports.at(-1), roundTripMs);
}

/**
 * A report covers the packets up to the last one the server had seen, which was sent one round trip before the report
 * arrived; those sent since are not lost.
 */
function lossBetween(
  readings: readonly Reading[],
  first: Report | undefined,
  last: Report | undefined,
  roundTripMs: number,
): Loss | undefined {
  if (!first || !last || first === last) return undefined;
  const sentThen = sentAt(readings, first.atUtcMs - roundTripMs);
  const sentNow = sentAt(readings, last.atUtcMs - roundTripMs);
  if (sentThen === undefined || sentNow === undefined) return undefined;
  return lossOf(last.lost - first.lost, sentNow - sentThen);
}

function lossOf(lost: number, expected: number): Loss | undefined {
  const whole = Math.round(expected);
  if (whole < 1) return undefined;
  // Late packets can decrease the count.
  const within = Math.min(whole, Math.max(0, Math.round(lost)));
  return { expected: whole, lost: within, share: within / whole };
}

/** Packets sent by then, interpolated between two readings: one goes out every 20 ms. */
function sentAt(readings: readonly Reading[], atUtcMs: number): number | undefined {
  const counted = readings.filter((one) => one.sent !== undefined);
  const after = counted.findIndex((one) => one.atUtcMs >= atUtcMs);
  const next = counted[after];
  const last = counted[after - 1];
  if (next?.sent === undefined || last?.sent === undefined) return undefined;
  if (next.sent < last.sent) return undefined;
  const share = (atUtcMs - last.atUtcMs) / (next.atUtcMs - last.atUtcMs);
  return last.sent + share * (next.sent - last.sent);
}

/**
 * Jitter buffer delay around a time, in ms. The buffer grows and shrinks during a test, so each chirp uses the delay at
 * the time it was played.
 */
export function bufferAtMs(
  readings: readonly Reading[],
  atUtcMs: number,
  aroundMs: number,
): number | undefined {
  const near = readings.filter((one) => one.buffer && Math.abs(one.atUtcMs - atUtcMs) <= aroundMs);
  const first = near[0]?.buffer;
  const last = near.at(-1)?.buffer;
  if (!first || !last || last.samples <= first.samples) return undefined;
  return Math.max(0, (last.totalMs - first.totalMs) / (last.samples - first.samples));
}

/** One sample per whole second since `startUtcMs`; `readings` may begin earlier. */
export function samplesOf(
  readings: readonly Reading[],
  heard: readonly Echo[],
  startUtcMs: number,
  seconds: number,
): readonly Sample[] {
  return Array.from({ length: seconds }, (_, atS) => {
    const fromUtcMs = startUtcMs + atS * 1000;
    const untilThen = readings.filter((one) => one.atUtcMs <= fromUtcMs + 1000);
    return sampleOf(atS, untilThen, fromUtcMs, heard);
  });
}

function sampleOf(
  atS: number,
  untilThen: readonly Reading[],
  fromUtcMs: number,
  heard: readonly Echo[],
): Sample {
  const before = untilThen.findLastIndex((one) => one.atUtcMs <= fromUtcMs);
  const second = untilThen.slice(Math.max(0, before));
  const trips = roundTripsMs(second);
  const roundTripMs = trips.length > 0 ? meanOf(trips) : undefined;
  const jitterMs = second.at(-1)?.received?.jitterMs;
  const [earlier, last] = reportsOf(untilThen).slice(-2);
  const isNew = last !== undefined && last.atUtcMs > fromUtcMs;
  const up = isNew ? lossBetween(untilThen, earlier, last, roundTripMs ?? 0)?.share : undefined;
  const down = lossDown(second)?.share;
  const echoMs = heard.find((one) => one.number === atS)?.echoMs;
  return {
    atS,
    ...defined({ roundTripMs, jitterMs, lossUp: up, lossDown: down, echoMs }),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0) / values.length;
}

/** Each of the server's reports once. */
export function reportsOf(readings: readonly Reading[]): readonly Report[] {
  return present(
    readings.map((one, at) => {
      const before = readings[at - 1];
      return !before || isNewReport(before, one) ? one.report : undefined;
    }),
  );
}

function isNewReport(before: Reading, after: Reading): boolean {
  return after.report !== undefined && after.report.atUtcMs !== before.report?.atUtcMs;
}

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.slice(1).map((item, at) => [items[at] as T, item] as const);
}

export function present<T>(items: readonly (T | undefined)[]): readonly T[] {
  return items.filter((one) => one !== undefined);
}
