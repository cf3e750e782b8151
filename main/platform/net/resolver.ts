/**
 * Keeps a hanging name server from delaying other lookups. The system's resolver knows most (hosts file, local names),
 * but each lookup blocks one of libuv's few threads while the server hangs, and cannot be cancelled. So only a few run
 * in parallel; when those hang, Node's own resolver, which needs no thread, is asked as well.
 */
import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Lookup, LookupCallback } from './addresses.ts';
import { timedOut } from './error.ts';

/** Resolves a name without the system's resolver. Rejects if there are no addresses, or no answer. */
export type NodeLookup = (hostname: string) => Promise<readonly LookupAddress[]>;

/** A system lookup that takes longer than this counts as hanging; in ms. */
export const lookupFallbackDelayMs = 500;
/** Parallel system lookups: these may hang and still leave libuv threads for file access. */
const systemLookupLimit = 2;
/** A lookup fails after this long, and the next starts over; in ms. */
const limitMs = 20_000;

type PendingLookup = {
  readonly hostname: string;
  readonly callbacks: LookupCallback[];
  readonly cancelLimit: () => void;
  cancelFallback: () => void;
};

/**
 * `fallbackDelayMs`: how long to wait for the system before asking Node's resolver too; 0 asks both immediately. Always
 * returns all addresses.
 */
export function createResolver(
  deps: Readonly<{ clock: Clock; ask: Lookup; nodeLookup: NodeLookup; fallbackDelayMs: number }>,
): Lookup {
  const { clock, fallbackDelayMs } = deps;
  const pending = new Map<string, PendingLookup>();
  const waiting = new Set<PendingLookup>();
  /** Start times of the pending system lookups. */
  const systemStartMs = new Map<PendingLookup, number>();

  const answer = (lookup: PendingLookup, ...result: Parameters<LookupCallback>) => {
    if (pending.get(lookup.hostname) !== lookup) return;
    pending.delete(lookup.hostname);
    waiting.delete(lookup);
    lookup.cancelLimit();
    lookup.cancelFallback();
    for (const callback of lookup.callbacks) callback(...result);
  };

  const askSystem = () => {
    const [next] = waiting;
    if (!next || systemStartMs.size >= systemLookupLimit) return;
    waiting.delete(next);
    systemStartMs.set(next, clock.monotonicMs());
    deps.ask(next.hostname, { all: true }, (error, found) => {
      systemStartMs.delete(next);
      answer(next, error, found);
      askSystem();
    });
    askSystem();
  };

  /** Only a success counts: an unknown name may be in the hosts file, which the system reads. */
  const askFallback = (lookup: PendingLookup) => {
    deps.nodeLookup(lookup.hostname).then(
      (found) => answer(lookup, null, [...found]),
      () => undefined,
    );
  };

  const isLate = (sinceMs: number | undefined) =>
    sinceMs !== undefined && clock.monotonicMs() - sinceMs >= fallbackDelayMs;
  const hangs = () => {
    const [oldestMs] = systemStartMs.values();
    return systemStartMs.size >= systemLookupLimit && isLate(oldestMs);
  };

  /** Waits on while the lookup is merely queued and the system is not hanging. */
  const scheduleFallback = (lookup: PendingLookup, ms: number) => {
    lookup.cancelFallback = clock.after(ms, () => {
      if (isLate(systemStartMs.get(lookup)) || hangs()) askFallback(lookup);
      else scheduleFallback(lookup, fallbackDelayMs);
    });
  };

  const start = (hostname: string, callback: LookupCallback) => {
    const lookup: PendingLookup = {
      hostname,
      callbacks: [callback],
      cancelLimit: clock.after(limitMs, () => answer(lookup, timedOut('dns', limitMs), [])),
      cancelFallback: () => undefined,
    };
    pending.set(hostname, lookup);
    waiting.add(lookup);
    askSystem();
    scheduleFallback(lookup, hangs() ? 0 : fallbackDelayMs);
  };

  return (hostname, _options, callback) => {
    const lookup = pending.get(hostname);
    if (lookup) lookup.callbacks.push(callback);
    else start(hostname, callback);
  };
}

/** Timeout of one try, in ms, and the number of tries: a lost packet must not cost the answer. */
const tryTimeoutMs = 2000;
const tries = 3;
/** How long to wait for the second address family once the first is known (RFC 8305); in ms. */
const secondFamilyDelayMs = 50;

/** Node's own resolver. Created anew each time, so that it picks up changes of the machine's name servers. */
export const nodeLookup: NodeLookup = async (hostname) => {
  const resolver = new Resolver({ timeout: tryTimeoutMs, tries });
  const found: LookupAddress[] = [];
  const asked = ([4, 6] as const).map(async (family) => {
    const addresses = await (family === 4
      ? resolver.resolve4(hostname)
      : resolver.resolve6(hostname));
    found.push(...addresses.map((address) => ({ address, family })));
  });
  await Promise.any(asked);
  await Promise.race([Promise.allSettled(asked), pause(secondFamilyDelayMs)]);
  return found;
};
