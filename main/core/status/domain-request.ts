/** Queries a registry about a domain over RDAP (RFC 9083). */
import { domainToASCII } from 'node:url';
import { readRegistry } from '../../../shared/status/rdap.ts';
import { refusalOf } from '../../../shared/status/refusal.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Net } from '../../platform/net/index.ts';
import type { AskDomain } from './domains.ts';
import { RefusedError } from './host-backoff.ts';

const bodyLimitBytes = 256 * 1024;
const phaseMs = 15_000;
const redirectLimit = 5;

export function createAskDomain(
  deps: Readonly<{ net: Pick<Net, 'request'>; clock: Pick<Clock, 'nowUtcMs'> }>,
): AskDomain {
  return async (rdapUrl, written, signal) => {
    // Registries expect internationalized names as the DNS spells them.
    const domain = domainToASCII(written) || written;
    const answer = await deps.net.request({
      url: `${rdapUrl.replace(/\/+$/, '')}/${domain}`,
      headers: { accept: 'application/rdap+json, application/json' },
      signal,
      phaseMs,
      bodyBytes: bodyLimitBytes,
      redirects: redirectLimit,
      trust: 'system',
    });
    const nowUtcMs = deps.clock.nowUtcMs();
    const refusal = refusalOf(answer, nowUtcMs);
    if (refusal) throw new RefusedError(refusal);
    return answer.status === 200 ? readRegistry(answer.body, domain, nowUtcMs) : undefined;
  };
}
