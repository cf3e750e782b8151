/**
 * Which checks may run simultaneously. A check that waits for an answer costs a socket; a home router or a slow line
 * suffers if many start together. So few may start together, and those that hang make room for others. Pure.
 */
import { placeKey, placeOf } from '../net/answers.ts';
import type { PlainProbe } from '../coop/probe.ts';
import type { Observation } from '../observation/observation.ts';
import type { ServiceRecord } from './machine.ts';

/** `doubtful`: failed at the last check. Each lane has its own slots, so that none waits for another. */
export const laneNames = ['now', 'doubtful', 'usual'] as const;
export type LaneName = (typeof laneNames)[number];

export function laneOf(record: ServiceRecord | undefined, isAsked: boolean): LaneName {
  if (isAsked) return 'now';
  return record?.pending || record?.verdict === 'down' ? 'doubtful' : 'usual';
}

/** A check without an answer for this long hangs: it no longer counts as starting, and others may start. In ms. */
export const hangAfterMs = 1000;
/** Most checks that run in a lane, hanging ones included. */
export const underWayAtMost = 500;
/** The same while we know that we cannot see the services: witnesses are asked then, and little else. */
export const blindAtMost = 8;
/** Most checks that run against one host; two slots are reserved for a member's own request. */
const atHostAtMost: Readonly<Record<LaneName, number>> = { now: 8, doubtful: 6, usual: 6 };

export function hostLimit(lane: LaneName): number {
  return atHostAtMost[lane];
}

/** Limits on checks in a lane that have started and are without an answer yet: lowest, highest, and initial. */
const beginningsAtLeast = 16;
const beginningsAtMost = 64;
export const firstBeginnings = 32;

/**
 * The new limit on starting checks, after one that took `tookMs`: a prompt answer shows that line and machine can bear
 * one more, a late one that they may not. A failure says something about the server, not about the line.
 */
export function nextBeginnings(beginnings: number, seen: Observation, tookMs: number): number {
  if (seen.verdict === 'down') return beginnings;
  return tookMs < hangAfterMs
    ? Math.min(beginnings + 1, beginningsAtMost)
    : Math.max(beginnings - 1, beginningsAtLeast);
}

/** New connections per second that a home router can handle, and how many may start together. */
export const pacePerSecond = 200;
export const paceTogether = 64;

/** This many hanging checks, with no answer to any since they started, make us doubt our own connection. */
export const hangingForDoubt = 3;

/** The place that a check contacts. */
export type AskedPlace = Readonly<{
  /** Connections to it are counted together; undefined for DNS queries, which need none. */
  host?: string;
  /** `host:port`, unless a redirect or a delegation leads elsewhere. */
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
 * Whether a check that got no connection within its timeout also decides another one of the same place that has yet to
 * start.
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
