/** One attempt to read who is in the rooms. */
import type { Presence } from '../../../shared/rooms/presence.ts';
import { presenceLimitBytes, readPresence } from '../../../shared/rooms/presence.ts';
import type { Net } from '../../platform/net/index.ts';

/** A member looks at the page meanwhile. */
const phaseMs = 5000;
const redirectLimit = 3;

/** Undefined if it could not be read. Rejects only with the signal's reason. */
export type ReadPresence = (
  url: string,
  signal: AbortSignal,
) => Promise<readonly Presence[] | undefined>;

export function createReadPresence(net: Pick<Net, 'request'>): ReadPresence {
  return async (url, signal) => {
    try {
      const { status, body } = await net.request({
        url,
        headers: { accept: 'application/json' },
        signal,
        phaseMs,
        bodyBytes: presenceLimitBytes,
        redirects: redirectLimit,
        trust: 'system',
      });
      return status === 200 ? readPresence(body) : undefined;
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  };
}
