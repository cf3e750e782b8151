import { session } from 'electron';
import { letReach } from './security.ts';

/** Of one request: the SDK has limits of its own for all but those of OAuth 2.0. An upload takes the longest; in ms. */
const limitMs = 300_000;

/**
 * Chromium's `fetch`, which knows the system's proxy and its certificates, in a session that no page uses and that
 * keeps nothing: no cookie, no cache, no file.
 */
export function createAccountFetch(): typeof globalThis.fetch {
  const own = session.fromPartition('accounts', { cache: false });
  letReach(own, (url) => /^https?:/i.test(url));
  return (input, init) => {
    const limit = AbortSignal.timeout(limitMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
    // Of a Request, Electron and Node have types of their own; nobody asks by one here.
    const address = input instanceof Request ? input.url : String(input);
    return own.fetch(address, { ...init, signal, credentials: 'omit', cache: 'no-store' });
  };
}
