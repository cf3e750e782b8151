import { Resolver } from 'node:dns/promises';
import type { DnsProbe } from '../../../shared/coop/probe.ts';
import type { Observation } from '../../../shared/status/observation.ts';
import { reason } from '../../../shared/status/observation.ts';
import { quote } from '../../../shared/status/quote.ts';
import { NetError, timedOut } from '../../platform/net/error.ts';
import type { Net } from '../../platform/net/index.ts';

/** Asks for a record and looks whether the answer holds what the document expects. Throws NetError. */
export function probeDns(net: Net, probe: DnsProbe, signal: AbortSignal): Promise<Observation> {
  return net.within(signal, async () => {
    const startMs = performance.now();
    const answers = await ask(probe, signal);
    const dns = Math.round((performance.now() - startMs) * 10) / 10;
    const timings = { dns, total: dns };
    const { contains } = probe;
    if (contains === undefined || answers.some((one) => one.includes(contains))) {
      return { verdict: 'up', timings };
    }
    return {
      verdict: 'down',
      reason: reason('dns-answer', { got: quote(answers.join(', ')) }),
      timings,
    };
  });
}

async function ask(probe: DnsProbe, signal: AbortSignal): Promise<string[]> {
  const resolver = new Resolver({ timeout: probe.timeoutMs, tries: 1 });
  if (probe.server) resolver.setServers([probe.server]);
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const records: unknown = await resolver.resolve(probe.name, probe.record);
    return Array.isArray(records) ? records.map(asText) : [];
  } catch (error) {
    signal.throwIfAborted();
    throw failure(error, probe);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** TXT records come in pieces, MX and SRV as objects. */
function asText(record: unknown): string {
  if (typeof record === 'string') return record;
  if (Array.isArray(record)) return record.join('');
  if (typeof record === 'object' && record !== null) return Object.values(record).join(' ');
  return String(record);
}

function failure(error: unknown, probe: DnsProbe): NetError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ETIMEOUT') return timedOut('dns', probe.timeoutMs);
  const known = code === 'ENOTFOUND' || code === 'ENODATA' ? 'dns-not-found' : 'dns-failed';
  return new NetError(reason(known, { host: probe.name }), error);
}
