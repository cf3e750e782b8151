/** Totals of a service's checks: time by kind, and response times. Pure. */
import type { Timings } from '../observation/observation.ts';
import type { Calendar } from '../time/calendar.ts';
import { hourMs } from '../time/calendar.ts';
import type { Kind, Measure } from './kinds.ts';
import { kinds, measures } from './kinds.ts';
import type { Span } from './watch.ts';

/** Watched time by kind, in ms. */
export type TimeByKind = Readonly<Record<Kind, number>>;

/** How long something took, in ms. Absent if nothing was measured. */
export type Spread = Readonly<{ count: number; sum: number; min: number; max: number }>;

export type Figures = Readonly<{
  time: TimeByKind;
  spreads: Readonly<Partial<Record<Measure, Spread | undefined>>>;
}>;

export function timeByKind(msOf: (kind: Kind) => number): TimeByKind {
  return {
    up: msOf('up'),
    degraded: msOf('degraded'),
    down: msOf('down'),
    maintenance: msOf('maintenance'),
    unknown: msOf('unknown'),
  };
}

export const noTime = timeByKind(() => 0);
export const noFigures: Figures = { time: noTime, spreads: {} };

export function addTimes(a: TimeByKind, b: TimeByKind): TimeByKind {
  return timeByKind((kind) => a[kind] + b[kind]);
}

export function addSpan(figures: Figures, span: Span): Figures {
  const spent = figures.time[span.kind] + span.toUtcMs - span.fromUtcMs;
  return { ...figures, time: { ...figures.time, [span.kind]: spent } };
}

export function addTimings(figures: Figures, timings: Timings): Figures {
  const spreads = { ...figures.spreads };
  for (const measure of measures) {
    const ms = timings[measure];
    if (ms !== undefined) spreads[measure] = widen(spreads[measure], ms);
  }
  return { ...figures, spreads };
}

function widen(spread: Spread | undefined, ms: number): Spread {
  if (!spread) return { count: 1, sum: ms, min: ms, max: ms };
  return {
    count: spread.count + 1,
    sum: spread.sum + ms,
    min: Math.min(spread.min, ms),
    max: Math.max(spread.max, ms),
  };
}

/** Splits a span at the hours of the member's clock. */
export function byHour(
  span: Span,
  calendar: Pick<Calendar, 'hourStart'>,
): readonly Readonly<{ hourUtcMs: number; span: Span }>[] {
  const pieces = [];
  for (let from = span.fromUtcMs; from < span.toUtcMs;) {
    const hourUtcMs = calendar.hourStart(from);
    const to = Math.min(span.toUtcMs, hourUtcMs + hourMs);
    pieces.push({ hourUtcMs, span: { ...span, fromUtcMs: from, toUtcMs: to } });
    from = to;
  }
  return pieces;
}

/**
 * The share of time that the service worked, 0 to 1; degraded counts as working. Maintenance and unknown time count
 * neither way; undefined if there is no other.
 */
export function uptimeOf({ up, degraded, down }: TimeByKind): number | undefined {
  const counted = up + degraded + down;
  return counted > 0 ? (up + degraded) / counted : undefined;
}

/** Less is no figure to show to a person: nine seconds are not 100 %. In ms. */
const shownFromMs = 10 * 60_000;

/** The same, if there is enough data for a person to rely on. */
export function shownUptime(time: TimeByKind): number | undefined {
  return time.up + time.degraded + time.down < shownFromMs ? undefined : uptimeOf(time);
}

/** Worst first; unknown only counts if there is no other. */
export const worstKinds = ['down', 'degraded', 'maintenance', 'up', 'unknown'] as const;

/** The worst known kind; unknown only if there is no other. Undefined if nothing was watched. */
export function worstOf(time: TimeByKind): Kind | undefined {
  return worstKinds.find((kind) => time[kind] > 0);
}

export function watchedMs(time: TimeByKind): number {
  return kinds.reduce((sum, kind) => sum + time[kind], 0);
}
