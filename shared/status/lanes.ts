/**
 * Which checks may be under way at the same time. A check that waits for an answer costs a socket; what a home router or
 * a slow line suffers from is many that begin at once. So the beginnings are few, and those that hang make room. Pure.
 */
import { placeKey, placeOf } from '../net/answers.ts';
import type { PlainProbe } from '../coop/probe.ts';
import type { Observation } from '../observation/observation.ts';
import type { ServiceRecord } from './machine.ts';

/** `doubtful`: what failed when it was last asked. Each lane has its own places, so that none waits for another. */
export const laneNames = ['now', 'doubtful', 'usual'] as const;
export type LaneName = (typeof laneNames)[number];

export function laneOf(record: ServiceRecord | undefined, isAsked: boolean): LaneName {
  if (isAsked) return 'now';
  return record?.pending || record?.verdict === 'down' ? 'doubtful' : 'usual';
}

/** A check without an answer for so long hangs: it counts as begun no more, and others may begin. In ms. */
export const patienceMs = 1000;
/** Checks of a lane that are under way at most, those that hang among them. */
export const underWayAtMost = 500;
/** And while we know that nothing can be seen: then the witnesses are asked, and few others. */
export const blindAtMost = 8;
/** Checks of one host that are under way at most; a member who asks now finds places that are kept for that. */
const atHostAtMost: Readonly<Record<LaneName, number>> = { now: 8, doubtful: 6, usual: 6 };

export function hostLimit(lane: LaneName): number {
  return atHostAtMost[lane];
}

/** Checks that may have begun in each lane without an answer yet: the least, and the most. */
const beginningsAtLeast = 16;
const beginningsAtMost = 64;
export const firstBeginnings = 32;

/**
 * How many may begin, after a check that took so long: each prompt answer shows that line and machine can bear one more,
 * each late one that it may be too many. What never answers tells of its server, not of the line.
 */
export function nextBeginnings(beginnings: number, seen: Observation, tookMs: number): number {
  if (seen.verdict === 'down') return beginnings;
  return tookMs < patienceMs
    ? Math.min(beginnings + 1, beginningsAtMost)
    : Math.max(beginnings - 1, beginningsAtLeast);
}

/** New connections a second that a home router keeps up with, and how many may come together. */
export const pacePerSecond = 200;
export const paceTogether = 64;

/** So many that hang at once, with no answer from anybody since they began, make us doubt our own line. */
export const hangingForDoubt = 3;

/** Whom a check asks. */
export type AskedPlace = Readonly<{
  /** Connections to it are counted together; undefined for questions to the DNS, which need none. */
  host?: string;
  /** `host:port`, where a redirect or a delegation does not lead elsewhere. */
  key?: string;
}>;

export function placeAsked(probe: PlainProbe): AskedPlace {
  switch (probe.type) {
    case 'http': {
      const place = placeOf(probe.url);
      return { host: place.host, key: placeKey(place) };
    }
    case 'tcp':
    case 'tls':
      return { host: probe.host, key: placeKey(probe) };
    case 'federation':
      return { host: probe.serverName };
    case 'dns':
      return {};
  }
}

/**
 * Whether a check that found nobody at a place, in the time that it had, speaks for another of the same place that has
 * yet to begin: nobody takes a connection there.
 */
export function speaksFor(
  seen: Observation,
  had: Readonly<{ timeoutMs: number }>,
  other: Readonly<{ place: AskedPlace; timeoutMs: number }>,
): boolean {
  return (
    seen.silentAt !== undefined &&
    seen.silentAt === other.place.key &&
    had.timeoutMs >= other.timeoutMs
  );
}
