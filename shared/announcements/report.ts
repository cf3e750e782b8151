/**
 * The co-op's own reports about services: `coop.tray.status` events in its announcement room (docs/announcements.md).
 * Shown beside the app's own checks, never instead of them. Pure.
 */
import * as v from 'valibot';
import { serviceIdPattern } from '../coop/parts.ts';
import { plainReply } from '../text/plain.ts';
import { Instant, isOfOtherVersion, skewMs } from '../matrix/claimed.ts';
import type { RoomEvent } from '../matrix/event.ts';
import { isTakenBack } from '../matrix/lost.ts';
import type { Reported } from '../triage/reported.ts';
import { UtcMs } from '../time/utc-ms.ts';

export const reportType = 'coop.tray.status';
const reportedStates = ['up', 'degraded', 'down', 'maintenance'] as const;

/** Reports expire after this time unless renewed; silence must not keep trouble on display. In ms. */
export const maxReportAgeMs = 24 * 3_600_000;
const textLimit = 500;
/** Max reports stored, newest last. */
const reportLimit = 200;

const ContentSchema = v.object({
  v: v.literal(1),
  service: v.pipe(v.string(), v.regex(serviceIdPattern)),
  state: v.picklist(reportedStates),
  text: v.optional(v.string(), ''),
  sinceUtc: v.optional(Instant),
  untilUtc: v.optional(Instant),
});

export const ReportSchema = v.object({
  id: v.string(),
  serviceId: v.string(),
  state: v.picklist(reportedStates),
  text: v.string(),
  /** When it was sent, and from when until when it applies, ms UTC. */
  saidAtUtcMs: UtcMs,
  sinceUtcMs: v.optional(UtcMs),
  untilUtcMs: UtcMs,
});
export type Report = Readonly<v.InferOutput<typeof ReportSchema>>;

/** The reports after this event. `hasRight`: whether its sender may speak for the co-op. */
export function withReport(
  reports: readonly Report[],
  event: RoomEvent,
  hasRight: boolean,
  nowUtcMs: number,
): readonly Report[] {
  if (event.type === 'm.room.redaction') {
    return reports.some(({ id }) => id === event.redacts)
      ? reports.filter(({ id }) => id !== event.redacts)
      : reports;
  }
  const report = event.type === reportType && hasRight ? reportOf(event, nowUtcMs) : undefined;
  if (!report || reports.some(({ id }) => id === report.id)) return reports;
  return [...reports, report].toSorted((a, b) => a.saidAtUtcMs - b.saidAtUtcMs).slice(-reportLimit);
}

/** Whether it is a malformed report. Other versions are ignored. */
export function isOddReport({ type, content }: RoomEvent): boolean {
  if (type !== reportType || isTakenBack(content) || isOfOtherVersion(content)) return false;
  return !v.is(ContentSchema, content);
}

function reportOf(event: RoomEvent, nowUtcMs: number): Report | undefined {
  const { success, output } = v.safeParse(ContentSchema, event.content);
  // A server whose clock is ahead must not prolong a report.
  const saidAtUtcMs = Math.min(event.sentUtcMs, nowUtcMs);
  if (!success || event.sentUtcMs > nowUtcMs + skewMs) return undefined;
  const { service: serviceId, state, sinceUtc, untilUtc = Infinity } = output;
  return {
    id: event.eventId,
    serviceId,
    state,
    text: plainReply(output.text).replaceAll(/\s+/g, ' ').slice(0, textLimit),
    saidAtUtcMs,
    ...(sinceUtc === undefined || sinceUtc > nowUtcMs ? {} : { sinceUtcMs: sinceUtc }),
    untilUtcMs: Math.min(untilUtc, saidAtUtcMs + maxReportAgeMs),
  };
}

/** The newest report of each service, unless it says `up` or has expired. */
export function reportedNow(
  reports: readonly Report[],
  nowUtcMs: number,
): ReadonlyMap<string, Reported> {
  const newest = new Map(reports.map((report) => [report.serviceId, report]));
  return new Map(
    [...newest.values()].flatMap((report) => {
      const { serviceId, state, text, saidAtUtcMs, sinceUtcMs, untilUtcMs } = report;
      if (state === 'up' || nowUtcMs >= untilUtcMs) return [];
      const since = sinceUtcMs === undefined ? {} : { sinceUtcMs };
      return [[serviceId, { state, text, saidAtUtcMs, ...since }] as const];
    }),
  );
}

/** Reports that are new or differ in state or text; a mere renewal is not news. */
export function newlyReported(
  before: readonly Report[],
  reports: readonly Report[],
  nowUtcMs: number,
): readonly Report[] {
  const previous = reportedNow(before, nowUtcMs);
  const newest = new Map(reports.map((report) => [report.serviceId, report]));
  return [...reportedNow(reports, nowUtcMs)].flatMap(([serviceId, { state, text }]) => {
    const old = previous.get(serviceId);
    return old?.state === state && old.text === text ? [] : (newest.get(serviceId) ?? []);
  });
}

/** When the next report expires, ms UTC. */
export function nextEndUtcMs(reports: readonly Report[], nowUtcMs: number): number | undefined {
  const ends = reports.map(({ untilUtcMs }) => untilUtcMs).filter((end) => end > nowUtcMs);
  return ends.length === 0 ? undefined : Math.min(...ends);
}
