/** Logs when an address that is asked again and again begins to fail, and when it answers again: not each time. */
import { isIP } from 'node:net';
import { bareHost } from '../net/addresses.ts';
import type { Net } from '../net/index.ts';
import { NetError } from '../net/error.ts';
import type { Log } from './log.ts';

export type SourceLog = Readonly<{
  /** `fault` is a code; undefined if it has answered. */
  note: (url: string, fault: string | undefined) => void;
}>;

/** Max addresses whose last outcome is remembered. */
const rememberedLimit = 500;

export function createSourceLog(log: Log): SourceLog {
  const faults = new Map<string, string>();
  return {
    note: (url, fault) => {
      const before = faults.get(url);
      if (before === fault) return;
      faults.delete(url);
      const host = hostOf(url);
      if (fault === undefined) return log.info('source answers again', { host });
      faults.set(url, fault);
      const [oldest] = faults.keys();
      if (faults.size > rememberedLimit && oldest !== undefined) faults.delete(oldest);
      log.warn('source fails', { host, fault });
    },
  };
}

/** Nothing of an address but its host, if that is a name: paths and queries hold names and tokens. */
function hostOf(url: string): string {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return isIP(bareHost(host)) === 0 ? host : 'address';
}

/** The same network, with a note of each request. */
export function withSourceLog(net: Net, sources: SourceLog): Net {
  return {
    ...net,
    request: async (request) => {
      try {
        const answer = await net.request(request);
        sources.note(request.url, faultOfStatus(answer.status));
        return answer;
      } catch (error) {
        if (!request.signal.aborted)
          sources.note(request.url, error instanceof NetError ? error.reason.code : 'internal');
        throw error;
      }
    },
  };
}

/** A page that is missing or unchanged is an answer. */
export function faultOfStatus(status: number): string | undefined {
  const isAnswer = status < 400 || status === 404 || status === 410;
  return isAnswer ? undefined : `status-${status}`;
}

/** The same `fetch`, with a note of each request. */
export function fetchWithSourceLog(
  fetch: typeof globalThis.fetch,
  sources: SourceLog,
): typeof globalThis.fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    try {
      const answer = await fetch(input, init);
      sources.note(placeOf(url), faultOfStatus(answer.status));
      return answer;
    } catch (error) {
      if (!init?.signal?.aborted) sources.note(placeOf(url), 'unreachable');
      throw error;
    }
  };
}

/** Accounts ask thousands of addresses of one server. */
function placeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}
