/** Whether this machine is online, to tell “it is down” from “my wifi is off”. Pure. */
import * as v from 'valibot';
import type { Answered, Page } from './answers.ts';
import { placeKey } from './answers.ts';
import { isNear } from './own-network.ts';
import type { ProxyFault } from './proxy-answer.ts';

/**
 * `waking`: the machine has just resumed and its network is not back yet. `proxy-silent`: nothing gets through the proxy
 * in use; `proxy-login`: it wants a login first.
 */
export const connectivityStates = [
  'online',
  'offline',
  'captive',
  'proxy-silent',
  'proxy-login',
  'waking',
  'unknown',
] as const;
export type ConnectivityState = (typeof connectivityStates)[number];

export const ConnectivitySchema = v.object({
  state: v.picklist(connectivityStates),
  sinceUtcMs: v.number(),
  /** How far the clock of this machine is off, in ms; positive if it is behind. Absent if nothing indicates that. */
  clockOffMs: v.optional(v.number()),
});
export type Connectivity = Readonly<v.InferOutput<typeof ConnectivitySchema>>;

/** What one witness showed: it answered as itself, something else answered in its place, or nothing did. */
export type Testimony = 'answered' | 'intercepted' | 'silent';

/** `page` is what answered in place of the witness, if it was a page; `proxyFault` is why it was not reached. */
export type WitnessResult = Readonly<{
  testimony: Testimony;
  page?: Page;
  proxyFault?: ProxyFault;
}>;

export type LineVerdict = Exclude<ConnectivityState, 'waking'>;

/**
 * Any answer proves that we are online; witnesses are asked only if nothing else has answered. A verified certificate
 * is proof beyond doubt. If something else answers in a witness's place, a plain page is proof only if it is not one
 * that a sign-in page would show for everything. Without any witness nothing is ever called offline.
 *
 * `answers` are those since the doubt arose. `distantSilence`: a place outside this network has answered before and
 * does not now, so that answers from inside it prove nothing. `proxyFaults` are those of other places that were asked: a
 * proxy says more of what is wrong than silence does.
 */
export function judgeConnectivity(
  witnesses: readonly WitnessResult[],
  answers: readonly Answered[],
  distantSilence = false,
  proxyFaults: readonly ProxyFault[] = [],
): LineVerdict {
  if (witnesses.length === 0) return 'unknown';
  if (witnesses.some((one) => one.testimony === 'answered')) return 'online';
  const evidence = answers.filter(({ place }) => !distantSilence || !isNear(place.host));
  const faults = [...witnesses.flatMap(({ proxyFault }) => proxyFault ?? []), ...proxyFaults];
  if (faults.length > 0 && evidence.every(({ place }) => isNear(place.host)))
    return faults.includes('proxy-login') ? 'proxy-login' : 'proxy-silent';
  if (evidence.some((one) => one.proof === 'verified')) return 'online';
  const isIntercepted = witnesses.some((one) => one.testimony === 'intercepted');
  if (!isIntercepted) return evidence.length > 0 ? 'online' : 'offline';
  const foreignPages = witnesses.flatMap(({ page }) => page ?? []);
  return evidence.some((one) => isOwnPage(one, evidence, foreignPages)) ? 'online' : 'captive';
}

/** A sign-in page answers everywhere: a page that differs from all others is a service's own. */
function isOwnPage(
  { place, page }: Answered,
  answers: readonly Answered[],
  foreignPages: readonly Page[],
): boolean {
  if (!page) return false;
  const elsewhere = answers.filter((one) => placeKey(one.place) !== placeKey(place));
  const others = [...foreignPages, ...elsewhere.flatMap((one) => one.page ?? [])];
  return others.length > 0 && !others.some((other) => areAlike(page, other));
}

/** Share of common words from which two pages are the same page with different details. */
const alikeFrom = 0.5;

function areAlike(a: Page, b: Page): boolean {
  if (a.leadsTo !== undefined || b.leadsTo !== undefined) return a.leadsTo === b.leadsTo;
  const [ours, theirs] = [wordsOf(a.text), wordsOf(b.text)];
  if (ours.size === 0 || theirs.size === 0)
    return ours.size === theirs.size && a.status === b.status;
  const shared = [...ours].filter((word) => theirs.has(word)).length;
  return shared / Math.max(ours.size, theirs.size) >= alikeFrom;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** While we are known to be offline, failures of services mean nothing. */
export function failuresCount(state: ConnectivityState): boolean {
  return state === 'online' || state === 'unknown';
}

/** Whether to check everything again: we are back online, or the clock is right again. */
export function isSightBack(now: Connectivity, before: Connectivity): boolean {
  if (!failuresCount(now.state)) return false;
  return (
    !failuresCount(before.state) ||
    (before.clockOffMs !== undefined && now.clockOffMs === undefined)
  );
}

/** Whether features may retry immediately: the network is back, or its state is known after a sleep. */
export function mayTryAgain(now: Connectivity, before: Connectivity): boolean {
  return isSightBack(now, before) || (before.state === 'waking' && now.state !== 'waking');
}
