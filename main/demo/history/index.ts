/**
 * Ninety days of checks that never took place, in the form in which the app appends checks to its journal. The same
 * seed and moment give the same history. Pure.
 */
import type { Unwritten } from '../../core/history/buffer.ts';
import type { Figures } from '../../../shared/history/figures.ts';
import { addSpan, noFigures } from '../../../shared/history/figures.ts';
import type { Incident } from '../../../shared/history/incidents.ts';
import { grow } from '../../../shared/history/incidents.ts';
import type { Span } from '../../../shared/history/watch.ts';
import type { Timings } from '../../../shared/observation/observation.ts';
import type { Calendar } from '../../../shared/time/calendar.ts';
import { dayMs } from '../../../shared/time/calendar.ts';
import { createRandom } from '../random.ts';
import type { Episode } from './episodes.ts';
import { spansOf, without } from './episodes.ts';
import type { Row } from './rows.ts';
import { rowsOf } from './rows.ts';
import { addChecks, timingsAt } from './timings.ts';

export type CannedHistory = Readonly<{
  services: readonly Readonly<{
    id: string;
    /** Usual response time, in ms. */
    usualMs: number;
  }>[];
  episodes: readonly Episode[];
  /** Days in which the app did not run. */
  gap?: Readonly<{ daysAgo: number; days: number }>;
  seed: number;
  nowUtcMs: number;
  calendar: Calendar;
}>;

const days = 90;
const beatMs = 5 * 60_000;

export function cannedHistory(canned: CannedHistory): Unwritten {
  const { calendar, nowUtcMs } = canned;
  const fromUtcMs = calendar.dayStart(nowUtcMs - days * dayMs);
  // Once for all services: the calendar is slow.
  const rows = rowsOf(fromUtcMs, { calendar, nowUtcMs });
  const midnightUtcMs = calendar.dayStart(nowUtcMs);
  const all = canned.services.map((service, index) =>
    lifeOf(canned, {
      ...service,
      rows,
      fromUtcMs,
      midnightUtcMs,
      random: createRandom(canned.seed + index),
    }),
  );
  return {
    beats: all.flatMap(({ beats }) => beats),
    hours: all.flatMap(({ hours }) => hours),
    incidents: all.flatMap(({ incidents }) => incidents),
  };
}

type Service = CannedHistory['services'][number] &
  Readonly<{
    rows: readonly Row[];
    fromUtcMs: number;
    midnightUtcMs: number;
    random: () => number;
  }>;

function lifeOf(canned: CannedHistory, service: Service): Unwritten {
  const { nowUtcMs, gap } = canned;
  const { id: serviceId, fromUtcMs } = service;
  const own = canned.episodes.filter((one) => one.serviceId === serviceId);
  const whole = spansOf(own, fromUtcMs, canned);
  const spans = gap ? without(whole, gapOf(gap, canned)) : whole;
  return {
    beats: lastDay(spans, nowUtcMs).map(({ atUtcMs, span }) => ({
      serviceId,
      atUtcMs,
      seen: {
        verdict: span.kind,
        ...(span.reason ? { reason: span.reason } : {}),
        timings: timingsIn(span, atUtcMs, service),
      },
    })),
    hours: [...hoursOf(spans, service)].map(([hourUtcMs, figures]) => ({
      serviceId,
      hourUtcMs,
      figures,
    })),
    incidents: incidentsOf(spans).map((incident) => ({ serviceId, incident })),
  };
}

function gapOf(
  { daysAgo, days: length }: Readonly<{ daysAgo: number; days: number }>,
  { calendar, nowUtcMs }: CannedHistory,
) {
  const fromUtcMs = calendar.dayStart(nowUtcMs - daysAgo * dayMs);
  return { fromUtcMs, toUtcMs: calendar.dayStart(fromUtcMs + (length + 0.5) * dayMs) };
}

function hoursOf(spans: readonly Span[], service: Service): ReadonlyMap<number, Figures> {
  const hours = new Map<number, Figures>();
  let first = 0;
  for (const { fromUtcMs, toUtcMs } of service.rows) {
    while ((spans[first]?.toUtcMs ?? Infinity) <= fromUtcMs) first += 1;
    for (let at = first; (spans[at]?.fromUtcMs ?? Infinity) < toUtcMs; at += 1) {
      const span = spans[at];
      if (!span) break;
      const piece = {
        ...span,
        fromUtcMs: Math.max(span.fromUtcMs, fromUtcMs),
        toUtcMs: Math.min(span.toUtcMs, toUtcMs),
      };
      const before = addSpan(hours.get(fromUtcMs) ?? noFigures, piece);
      const timings = timingsIn(piece, fromUtcMs, service);
      hours.set(fromUtcMs, addChecks(before, timings, service.random()));
    }
  }
  return hours;
}

function timingsIn({ kind }: Span, atUtcMs: number, usual: Service): Timings {
  return kind === 'down' ? {} : timingsAt(atUtcMs, { ...usual, isSlow: kind === 'degraded' });
}

function incidentsOf(spans: readonly Span[]): readonly Incident[] {
  const found = new Map<number, Incident>();
  let current: Incident | undefined;
  for (const span of spans) {
    const grown = grow(current, span);
    current = grown.current;
    for (const one of grown.written) found.set(one.fromUtcMs, one);
  }
  return [...found.values()];
}

/** The checks of the last day, every five minutes. */
function lastDay(spans: readonly Span[], nowUtcMs: number) {
  const moments = Array.from(
    { length: dayMs / beatMs },
    (_, index) => nowUtcMs - dayMs + (index + 1) * beatMs,
  );
  return moments.flatMap((atUtcMs) => {
    const span = spans.find((one) => one.fromUtcMs < atUtcMs && atUtcMs <= one.toUtcMs);
    return span ? [{ atUtcMs, span }] : [];
  });
}
