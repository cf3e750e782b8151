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
export type AskAside = (hostname: string) => Promise<readonly LookupAddress[]>;

/** A system lookup that takes longer than this counts as hanging; in ms. */
export const lookupFallbackDelayMs = 500;
/** Parallel system lookups: these may hang and still leave libuv threads for file access. */
const systemLookupLimit = 2;
/** A lookup fails after this long, and the next starts over; in ms. */
const limitMs = 20_000;

type Question = {
  readonly hostname: string;
  readonly callbacks: LookupCallback[];
  readonly cancelLimit: () => void;
  cancelAside: () => void;
};

/**
 * `fallbackDelayMs`: how long to wait for the system before asking Node's resolver too; 0 asks both immediately. Always
 * returns all addresses.
 */
export function createResolver(
  deps: Readonly<{ clock: Clock; ask: Lookup; askAside: AskAside; fallbackDelayMs: number }>,
): Lookup {
  const { clock, fallbackDelayMs } = deps;
  const open = new Map<string, Question>();
  const waiting = new Set<Question>();
  /** Start times of the pending system lookups. */
  const systemStartMs = new Map<Question, number>();

  const answer = (question: Question, ...result: Parameters<LookupCallback>) => {
    if (open.get(question.hostname) !== question) return;
    open.delete(question.hostname);
    waiting.delete(question);
    question.cancelLimit();
    question.cancelAside();
    for (const callback of question.callbacks) callback(...result);
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
  const askFallback = (question: Question) => {
    deps.askAside(question.hostname).then(
      (found) => answer(question, null, [...found]),
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
  const scheduleFallback = (question: Question, ms: number) => {
    question.cancelAside = clock.after(ms, () => {
      if (isLate(systemStartMs.get(question)) || hangs()) askFallback(question);
      else scheduleFallback(question, fallbackDelayMs);
    });
  };

  const begin = (hostname: string, callback: LookupCallback) => {
    const question: Question = {
      hostname,
      callbacks: [callback],
      cancelLimit: clock.after(limitMs, () => answer(question, timedOut('dns', limitMs), [])),
      cancelAside: () => undefined,
    };
    open.set(hostname, question);
    waiting.add(question);
    askSystem();
    scheduleFallback(question, hangs() ? 0 : fallbackDelayMs);
  };

  return (hostname, _options, callback) => {
    const question = open.get(hostname);
    if (question) question.callbacks.push(callback);
    else begin(hostname, callback);
  };
}

/** Timeout of one try, in ms, and the number of tries: a lost packet must not cost the answer. */
const tryTimeoutMs = 2000;
const tries = 3;
/** How long to wait for the second address family once the first is known (RFC 8305); in ms. */
const secondFamilyDelayMs = 50;

/** Node's own resolver. Created anew each time, so that it picks up changes of the machine's name servers. */
export const askAside: AskAside = async (hostname) => {
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
