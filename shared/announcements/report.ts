/**
 * What the co-op itself reports of a service, as `coop.tray.status` events in its announcement room
 * (docs/announcements.md). It stands beside what this app measures, and never in its place. Pure.
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
export const reportedStates = ['up', 'degraded', 'down', 'maintenance'] as const;

/** A report that nobody renews is over after so long: silence is no news of a trouble. */
export const longestMs = 24 * 3_600_000;
const textLimit = 500;
/** Reports that are kept, newest last. */
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
  /** When it was said, and since when and until when it holds, ms UTC. */
  saidAtUtcMs: UtcMs,
  sinceUtcMs: v.optional(UtcMs),
  untilUtcMs: UtcMs,
});
export type Report = Readonly<v.InferOutput<typeof ReportSchema>>;

/** The reports once this event has been heard. `speaks`: whether its sender may speak for the co-op. */
export function hearReport(
  reports: readonly Report[],
  event: RoomEvent,
  speaks: boolean,
  nowUtcMs: number,
): readonly Report[] {
  if (event.type === 'm.room.redaction') {
    return reports.some(({ id }) => id === event.redacts)
      ? reports.filter(({ id }) => id !== event.redacts)
      : reports;
  }
  const report = event.type === reportType && speaks ? reportOf(event, nowUtcMs) : undefined;
  if (!report || reports.some(({ id }) => id === report.id)) return reports;
  return [...reports, report].toSorted((a, b) => a.saidAtUtcMs - b.saidAtUtcMs).slice(-reportLimit);
}

/** A report that cannot be read. One of another version is left alone. */
export function isOddReport({ type, content }: RoomEvent): boolean {
  if (type !== reportType || isTakenBack(content) || isOfOtherVersion(content)) return false;
  return !v.is(ContentSchema, content);
}

function reportOf(event: RoomEvent, nowUtcMs: number): Report | undefined {
  const { success, output } = v.safeParse(ContentSchema, event.content);
  // A server whose clock is ahead must not make a report last longer.
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
    untilUtcMs: Math.min(untilUtc, saidAtUtcMs + longestMs),
  };
}

/** What holds now: the newest report of each service, unless it says that all is well, or is over. */
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

/** What holds now and did not before, or in other words: a report that is merely renewed is no news. */
export function newlyReported(
  before: readonly Report[],
  reports: readonly Report[],
  nowUtcMs: number,
): readonly Report[] {
  const held = reportedNow(before, nowUtcMs);
  const newest = new Map(reports.map((report) => [report.serviceId, report]));
  return [...reportedNow(reports, nowUtcMs)].flatMap(([serviceId, { state, text }]) => {
    const old = held.get(serviceId);
    return old?.state === state && old.text === text ? [] : (newest.get(serviceId) ?? []);
  });
}

/** When the next one that holds is over, ms UTC. */
export function nextEndUtcMs(reports: readonly Report[], nowUtcMs: number): number | undefined {
  const ends = reports.map(({ untilUtcMs }) => untilUtcMs).filter((end) => end > nowUtcMs);
  return ends.length === 0 ? undefined : Math.min(...ends);
}
