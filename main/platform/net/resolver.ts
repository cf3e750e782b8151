/**
 * Looks names up so that a name server that hangs costs no other name its answer. The system's resolver knows most (its
 * hosts file, the names of the own network), but each question holds one of the few threads that all of Node shares, for
 * as long as the server hangs, and cannot be called off. So few are asked at the same time; when those hang, Node's own
 * resolver, which needs no thread, is asked beside it.
 */
import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Lookup, LookupCallback } from './addresses.ts';
import { timedOut } from './error.ts';

/** Asks for the addresses of a name without the system. Rejects when there are none, or no answer. */
export type AskAside = (hostname: string) => Promise<readonly LookupAddress[]>;

/** An answer of the system that takes longer than this shows that it hangs; in ms. */
export const lookupPatienceMs = 500;
/** Questions to the system at once: as many as libuv would let hang beside the reading of files. */
const systemAtOnce = 2;
/** Whoever asked is told after so long that there is no answer, and the next asks anew; in ms. */
const limitMs = 20_000;

type Question = {
  readonly hostname: string;
  readonly askedBy: LookupCallback[];
  readonly cancelLimit: () => void;
  cancelAside: () => void;
};

/** `patienceMs`: how long the system alone is waited for; at 0 both are asked at once. Gives all addresses of a name. */
export function createResolver(
  deps: Readonly<{ clock: Clock; ask: Lookup; askAside: AskAside; patienceMs: number }>,
): Lookup {
  const { clock, patienceMs } = deps;
  const open = new Map<string, Question>();
  const waiting = new Set<Question>();
  /** When each question to the system was asked, and that is yet to be answered. */
  const atSystem = new Map<Question, number>();

  const answer = (question: Question, ...result: Parameters<LookupCallback>) => {
    if (open.get(question.hostname) !== question) return;
    open.delete(question.hostname);
    waiting.delete(question);
    question.cancelLimit();
    question.cancelAside();
    for (const tell of question.askedBy) tell(...result);
  };

  const askSystem = () => {
    const [next] = waiting;
    if (!next || atSystem.size >= systemAtOnce) return;
    waiting.delete(next);
    atSystem.set(next, clock.monotonicMs());
    deps.ask(next.hostname, { all: true }, (error, found) => {
      atSystem.delete(next);
      answer(next, error, found);
      askSystem();
    });
    askSystem();
  };

  /** A name that is unknown there may be one of the hosts file: that, the system will tell. */
  const askBeside = (question: Question) => {
    deps.askAside(question.hostname).then(
      (found) => answer(question, null, [...found]),
      () => undefined,
    );
  };

  const isLate = (sinceMs: number | undefined) =>
    sinceMs !== undefined && clock.monotonicMs() - sinceMs >= patienceMs;
  const hangs = () => {
    const [oldestMs] = atSystem.values();
    return atSystem.size >= systemAtOnce && isLate(oldestMs);
  };

  /** Whoever only waits because many are asked is in no need of it yet. */
  const standBy = (question: Question, ms: number) => {
    question.cancelAside = clock.after(ms, () => {
      if (isLate(atSystem.get(question)) || hangs()) askBeside(question);
      else standBy(question, patienceMs);
    });
  };

  const begin = (hostname: string, callback: LookupCallback) => {
    const question: Question = {
      hostname,
      askedBy: [callback],
      cancelLimit: clock.after(limitMs, () => answer(question, timedOut('dns', limitMs), [])),
      cancelAside: () => undefined,
    };
    open.set(hostname, question);
    waiting.add(question);
    askSystem();
    standBy(question, hangs() ? 0 : patienceMs);
  };

  return (hostname, _options, callback) => {
    const question = open.get(hostname);
    if (question) question.askedBy.push(callback);
    else begin(hostname, callback);
  };
}

/** How long one try waits, in ms, and how many there are: a lost packet must cost no answer. */
const tryMs = 2000;
const tries = 3;
/** How much longer the second family of addresses is waited for once the first is known (RFC 8305); in ms. */
const secondFamilyMs = 50;

/** Node's own resolver. It reads anew, each time, which name servers this machine uses. */
export const askAside: AskAside = async (hostname) => {
  const resolver = new Resolver({ timeout: tryMs, tries });
  const found: LookupAddress[] = [];
  const asked = ([4, 6] as const).map(async (family) => {
    const addresses = await (family === 4
      ? resolver.resolve4(hostname)
      : resolver.resolve6(hostname));
    found.push(...addresses.map((address) => ({ address, family })));
  });
  await Promise.any(asked);
  await Promise.race([Promise.allSettled(asked), pause(secondFamilyMs)]);
  return found;
};
