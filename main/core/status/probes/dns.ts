import { domainToASCII } from 'node:url';
import { withoutBrackets } from '../../../../shared/net/bare-host.ts';
import type { DnsProbe } from '../../../../shared/coop/probe.ts';
import { reverseName } from '../../../../shared/net/ip-address.ts';
import { isRecord, recordText } from '../../../../shared/status/dns.ts';
import type { Observation } from '../../../../shared/observation/observation.ts';
import { reason } from '../../../../shared/observation/observation.ts';
import { quote } from '../../../../shared/text/quote.ts';
import { NetError, timedOut } from '../../../platform/net/error.ts';
import type { Net } from '../../../platform/net/index.ts';
import type { Proxies } from '../../../platform/net/proxies.ts';
import { withResolver } from '../../../platform/net/name-server.ts';

/** Queries a record and checks the answer against the document. Throws NetError. */
export function probeDns(net: Net, probe: DnsProbe, signal: AbortSignal): Promise<Observation> {
  return net.within(signal, async () => {
    const startMs = performance.now();
    const answers = await ask(probe, signal);
    const dns = Math.round((performance.now() - startMs) * 10) / 10;
    const timings = { dns, total: dns };
    if (isExpected(probe, answers)) return { verdict: 'up', timings };
    return {
      verdict: 'down',
      reason: reason('dns-answer', { got: quote(answers.join(', ')) }),
      timings,
    };
  });
}

/**
 * Queries go around a proxy, and often the network lets none out: then no answer says nothing. A wrong answer is one.
 */
export async function doubted(
  { name }: DnsProbe,
  seen: Observation,
  proxies: Pick<Proxies, 'choose'> | undefined,
): Promise<Observation> {
  if (!proxies || seen.reason?.code === 'dns-answer') return seen;
  const { ways } = await proxies.choose({ host: name, port: webPort, isPlainHttp: false });
  if (ways.includes('direct')) return seen;
  return { verdict: 'unknown', reason: reason('proxy-dns'), timings: seen.timings };
}

/** A proxy is chosen for web addresses only. */
const webPort = 443;

function isExpected({ record, contains, of }: DnsProbe, answers: readonly string[]): boolean {
  if (contains === undefined) return true;
  const is = (text: string) => isRecord(record, text, contains, domainToASCII);
  return of === 'every' ? answers.length > 0 && answers.every(is) : answers.some(is);
}

/** Each record as text. */
async function ask(probe: DnsProbe, signal: AbortSignal): Promise<string[]> {
  const { record, name, server, timeoutMs } = probe;
  const queryName = record === 'PTR' ? reverseName(withoutBrackets(name)) : name;
  try {
    const found: unknown = await withResolver({ server, timeoutMs, signal }, (resolver) =>
      resolver.resolve(queryName, record),
    );
    // `resolve` returns a list, except for SOA.
    return (Array.isArray(found) ? found : [found]).map((one) => recordText(record, one));
  } catch (error) {
    signal.throwIfAborted();
    throw failure(error, probe);
  }
}

function failure(error: unknown, probe: DnsProbe): NetError {
  if (error instanceof NetError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ETIMEOUT') return timedOut('dns', probe.timeoutMs);
  const known = code === 'ENOTFOUND' || code === 'ENODATA' ? 'dns-not-found' : 'dns-failed';
  return new NetError(reason(known, { host: probe.name }), error);
}
