import type { HistoryView } from '../../../../shared/history/view.ts';
import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import { badMorning, dayMs, hourMs, minuteMs, now } from '../given.ts';

const period = (downMs: number, ms: number) => ({
  time: { up: ms - downMs, degraded: 0, down: downMs, maintenance: 0, unknown: 0 },
  unwatchedMs: 0,
});

/** Of a service that is down now, for this long; 0 if it works. */
const historyOf = (downMs: number): HistoryView => ({
  strip: Array.from({ length: 90 }, (_, at) => ({
    // Today has nine hours so far.
    ...(at === 89 ? period(downMs, 9 * hourMs) : period(at === 60 ? 3 * hourMs : 0, dayMs)),
    date: new Date(now - (89 - at) * dayMs).toISOString().slice(0, 10),
  })),
  uptimes: {
    day: period(downMs, dayMs),
    week: period(downMs, 7 * dayMs),
    month: period(3 * hourMs, 30 * dayMs),
  },
  incidents: [
    ...(downMs > 0
      ? [{ kind: 'down', fromUtcMs: now - downMs, toUtcMs: now, end: 'open' } as const]
      : []),
    {
      kind: 'down',
      fromUtcMs: now - 29 * dayMs,
      toUtcMs: now - 29 * dayMs + 3 * hourMs,
      end: 'seen',
    },
  ],
  olderIncidents: 0,
  range: 'day',
  fromUtcMs: now - dayMs,
  untilUtcMs: now,
  stepMs: 30 * minuteMs,
  points: Array.from({ length: 48 }, (_, at) => ({
    atUtcMs: now - dayMs + at * 30 * minuteMs,
    means: {
      dns: 4,
      connect: 12,
      tls: 20,
      firstByte: 40 + (at % 7) * 6,
      body: 3,
      total: 79 + (at % 7) * 6,
    },
    fastest: 60,
    slowest: 150,
  })),
});

const route = { page: 'status', serviceId: 'calls' } as const;
const snapshot = { services: badMorning };

export const states: PageStates = {
  normal: {
    route: { page: 'status', serviceId: 'forum' },
    answers: { 'history.get': historyOf(0) },
  },
  trouble: { route, snapshot, answers: { 'history.get': historyOf(12 * minuteMs) } },
  loading: { route, snapshot },
  failed: { route, snapshot, answers: { 'history.get': fails } },
  empty: { route, snapshot, answers: { 'history.get': undefined } },
};
