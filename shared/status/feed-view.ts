/**
 * Combines what we see of a service with what its status page says: our own probe decides if there is one, the page
 * explains, and a disagreement is shown. Pure.
 */
import { defined } from '../defined.ts';
import * as v from 'valibot';
import { FeedFaultSchema, feedVerdicts } from '../feeds/reading.ts';
import type { FeedState, FeedStatus } from './feed-status.ts';
import { feedName } from './feed-status.ts';
import type { ServiceRecord } from './machine.ts';
import type { Reason, Verdict } from '../observation/observation.ts';
import { reason } from '../observation/observation.ts';

export const FeedViewSchema = v.object({
  /** The feed's name. */
  name: v.string(),
  verdict: v.picklist(feedVerdicts),
  /** When it was measured; absent if the page does not say. */
  asOfUtcMs: v.optional(v.number()),
  readAtUtcMs: v.optional(v.number()),
  /** How the page contradicts our own probe. */
  disagreement: v.optional(v.picklist(['says-up', 'says-trouble'])),
  incident: v.optional(
    v.object({
      title: v.string(),
      text: v.optional(v.string()),
      sinceUtcMs: v.optional(v.number()),
    }),
  ),
  maintenance: v.optional(
    v.object({
      title: v.string(),
      text: v.optional(v.string()),
      active: v.boolean(),
      startsUtcMs: v.optional(v.number()),
      endsUtcMs: v.optional(v.number()),
    }),
  ),
});
export type FeedView = Readonly<v.InferOutput<typeof FeedViewSchema>>;

/** A feed that cannot be read. */
export const FeedNoteSchema = v.object({
  name: v.string(),
  fault: FeedFaultSchema,
  /** When it was last read. */
  readAtUtcMs: v.optional(v.number()),
});
export type FeedNote = Readonly<v.InferOutput<typeof FeedNoteSchema>>;

/**
 * The record that counts. `before` is the previous result of this function: an unchanged verdict keeps its time. A page
 * is believed immediately: its operators have confirmed the change.
 */
export function withFeed(
  own: ServiceRecord,
  feedStatus: FeedStatus,
  hasProbe: boolean,
  before: ServiceRecord | undefined,
  nowUtcMs: number,
): ServiceRecord {
  if (own.verdict === 'retired') return own;
  if (hasProbe && feedStatus.verdict !== 'maintenance') return own;
  const { verdict, readAtUtcMs } = feedStatus;
  const sinceUtcMs =
    feedStatus.sinceUtcMs ?? (before?.verdict === verdict ? before.sinceUtcMs : nowUtcMs);
  const asOfUtcMs = hasProbe ? own.asOfUtcMs : readAtUtcMs;
  const why = reasonOf(feedStatus);
  return {
    verdict,
    sinceUtcMs,
    ...(why ? { reason: why } : {}),
    ...(asOfUtcMs === undefined ? {} : { asOfUtcMs }),
    ...(own.timings ? { timings: own.timings } : {}),
    ...(own.remarks ? { remarks: own.remarks } : {}),
    ...(own.certificate ? { certificate: own.certificate } : {}),
  };
}

function reasonOf({
  name,
  verdict,
  incident,
  maintenance,
  asleep,
}: FeedStatus): Reason | undefined {
  const feed = name;
  if (verdict === 'up') return undefined;
  if (verdict === 'maintenance') {
    return maintenance?.active
      ? reason('feed-planned', { feed, title: maintenance.title })
      : reason('feed-maintenance', { feed });
  }
  if (verdict === 'unknown') return reason(asleep ? 'feed-asleep' : 'feed-unknown', { feed });
  if (incident) return reason('feed-incident', { feed, title: incident.title });
  return reason(verdict === 'down' ? 'feed-down' : 'feed-degraded', { feed });
}

/** `seen` is the verdict of our own probe as shown to the member; undefined without one. */
export function viewFeed(feedStatus: FeedStatus, seen: Verdict | undefined): FeedView {
  const { name, verdict, asOfUtcMs, readAtUtcMs, incident, maintenance } = feedStatus;
  const disagreement = disagreementOf(verdict, seen);
  return {
    name,
    verdict,
    ...defined({ asOfUtcMs, readAtUtcMs }),
    ...(disagreement ? { disagreement } : {}),
    ...(incident ? { incident: viewIncident(incident) } : {}),
    ...(maintenance ? { maintenance: viewMaintenance(maintenance) } : {}),
  };
}

function disagreementOf(said: FeedStatus['verdict'], seen: Verdict | undefined) {
  if (said === 'up' && seen === 'down') return 'says-up';
  return (said === 'down' || said === 'degraded') && seen === 'up' ? 'says-trouble' : undefined;
}

function viewIncident({ title, text, startedAtUtcMs }: NonNullable<FeedStatus['incident']>) {
  return {
    title,
    ...(text ? { text } : {}),
    ...(startedAtUtcMs === undefined ? {} : { sinceUtcMs: startedAtUtcMs }),
  };
}

function viewMaintenance(one: NonNullable<FeedStatus['maintenance']>) {
  const { title, active, text, startsUtcMs, endsUtcMs } = one;
  return {
    title,
    active,
    ...(text ? { text } : {}),
    ...defined({ startsUtcMs, endsUtcMs }),
  };
}

/** Consecutive faults after which a feed that was readable before gets a note. */
const notedFaults = 2;

/** The feeds to report as unreadable; one lost packet does not count. */
export function notesOf(states: Iterable<FeedState>): FeedNote[] {
  return [...states].flatMap(({ feed, fault, faults, readAtUtcMs }) => {
    if (!fault || (readAtUtcMs !== undefined && faults < notedFaults)) return [];
    return [{ name: feedName(feed), fault, ...(readAtUtcMs === undefined ? {} : { readAtUtcMs }) }];
  });
}
