/** What is known of links from asking for their pages: when to ask again, and what the window is shown. Pure. */
import * as v from 'valibot';
import { defined } from '../defined.ts';
import { isInside, isNear } from '../net/own-network.ts';
import { tidyHost } from '../net/bare-host.ts';
import { webParts } from '../net/web-parts.ts';
import { dayMs } from '../time/calendar.ts';
import { UtcMs } from '../time/utc-ms.ts';
import { takesArgument } from './argument.ts';
import { FindingSchema } from './check-verdict.ts';

/** Requests within a day, of this member: others may check as well. */
export const askLimit = 200;
/** How long a result is kept. */
export const keptMs = 14 * dayMs;
/** Redirects that are followed: those of publishers, which set cookies on several hosts, are more than five. */
export const hopLimit = 10;
/** Pause before the next request to the same host. */
export const hostPauseMs = 2000;

export const LinkCheckSchema = v.object({
  ...FindingSchema.entries,
  keyword: v.string(),
  /** Digest of the address: the file of results has none of them. */
  of: v.string(),
  atUtcMs: UtcMs,
  /** When the host's name was first not found, if it was not found since. */
  missingSinceUtcMs: v.optional(UtcMs),
});
export type LinkCheck = Readonly<v.InferOutput<typeof LinkCheckSchema>>;

/** What takes an argument has no page without one. */
export function mayBeAsked(address: string): boolean {
  return !takesArgument(address) && !leadsInside(address);
}

/** Whether it leads to this computer, or to a network that only some members are in: never asked. */
export function leadsInside(address: string): boolean {
  const host = tidyHost(webParts(address)?.host ?? '');
  return host === '' || isNear(host) || isInside(host);
}

/** What happened in the last `spanMs`. A time in the future is that of a wrong clock. */
export function isWithin(spanMs: number, atUtcMs: number, nowUtcMs: number): boolean {
  return atUtcMs <= nowUtcMs && nowUtcMs - atUtcMs < spanMs;
}

/** When a link may be asked again, ms UTC: what works is left alone, what is in doubt is worth another look. */
export function dueUtcMs({ verdict, atUtcMs }: LinkCheck, nowUtcMs: number): number {
  if (atUtcMs > nowUtcMs) return nowUtcMs;
  return atUtcMs + (verdict === 'works' || verdict === 'sign-in' ? keptMs : dayMs);
}

const LinkCheckViewSchema = v.omit(LinkCheckSchema, ['of', 'missingSinceUtcMs']);
export type LinkCheckView = Readonly<v.InferOutput<typeof LinkCheckViewSchema>>;

export const LinkChecksStateSchema = v.object({
  checks: v.array(LinkCheckViewSchema),
  /** Links that a run would ask now. */
  due: v.number(),
  /** When there is one again, if there is none now, ms UTC. */
  dueAtUtcMs: v.optional(v.number()),
  /** When requests are allowed again, once those of a day are used up, ms UTC. */
  freeAtUtcMs: v.optional(v.number()),
  /** Links that are never asked: they take an argument, or lead into a local network. */
  unasked: v.number(),
  /** The run under way, in links. */
  run: v.optional(v.object({ done: v.number(), total: v.number() })),
});
export type LinkChecksState = Readonly<v.InferOutput<typeof LinkChecksStateSchema>>;

export function viewCheck({ keyword, verdict, why, status, atUtcMs }: LinkCheck): LinkCheckView {
  return { keyword, verdict, atUtcMs, ...defined({ why, status }) };
}
