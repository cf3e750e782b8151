import { Resolver } from 'node:dns/promises';
import type { FederationProbe } from '../../../shared/coop/probe.ts';
import { judgeCertificate } from '../../../shared/status/certificate.ts';
import type { ServerName } from '../../../shared/status/federation.ts';
import {
  delegationOf,
  federationPort,
  isVersionAnswer,
  parseServerName,
} from '../../../shared/status/federation.ts';
import type { Observation } from '../../../shared/status/observation.ts';
import { reason } from '../../../shared/status/observation.ts';
import { bareHost } from '../../platform/net/addresses.ts';
import type { Net } from '../../platform/net/index.ts';
import { remarksOn } from '../../platform/net/request.ts';
import type { AskTester } from './federation-tester.ts';

/** Where a name's service lives. Rejects when there is no such record. */
export type ResolveSrv = (
  name: string,
  options: Readonly<{ signal: AbortSignal; timeoutMs: number }>,
) => Promise<readonly Readonly<{ name: string; port: number; priority: number }>[]>;

export type FederationParts = Readonly<{
  net: Net;
  resolveSrv: ResolveSrv;
  askTester: AskTester;
}>;

/** More than a version, a delegation or a report needs; in bytes. */
const bodyLimitBytes = 64 * 1024;
const redirectLimit = 5;

/** Finds the server as other servers do and asks it for its version. Throws NetError when there is no answer. */
export async function probeFederation(
  parts: FederationParts,
  probe: FederationProbe,
  signal: AbortSignal,
): Promise<Observation> {
  const place = await locate(parts, probe, signal);
  const answer = await parts.net.request({
    url: `https://${place.name}/_matrix/federation/v1/version`,
    ...(place.at ? { at: place.at } : {}),
    signal,
    phaseMs: probe.timeoutMs,
    bodyBytes: bodyLimitBytes,
    redirects: 0,
    trust: probe.certificate.trust,
    isCheck: true,
  });
  const { timings, certificate } = answer;
  const seen = { timings, ...(certificate ? { certificate } : {}), ...remarksOn(answer) };
  if (answer.status !== 200) {
    return { verdict: 'down', reason: reason('status', { got: answer.status }), ...seen };
  }
  if (!isVersionAnswer(answer.body)) {
    return { verdict: 'down', reason: reason('federation-answer'), ...seen };
  }
  if (probe.tester && (await parts.askTester(probe.tester, probe.serverName, signal)) === false) {
    return { verdict: 'degraded', reason: reason('federation-tester'), ...seen };
  }
  const ending =
    certificate && judgeCertificate(certificate, probe.certificate.warnDays, Date.now());
  return { ...(ending ?? { verdict: 'up' as const }), ...seen };
}

/** `name` is what the certificate is for; `at` where it lives, if the network says so and not the document. */
type Place = Readonly<{ name: string; at?: Readonly<{ host: string; port: number }> }>;

async function locate(
  parts: FederationParts,
  probe: FederationProbe,
  signal: AbortSignal,
): Promise<Place> {
  const own = parseServerName(probe.serverName) ?? { host: probe.serverName, isAddress: false };
  if (own.isAddress || own.port !== undefined) return { name: withPort(own) };
  const delegated = (await delegation(parts.net, own.host, probe, signal)) ?? own;
  const { host, port = federationPort } = delegated;
  const itself = { name: withPort(delegated), at: { host: bareHost(host), port } };
  if (delegated.isAddress || delegated.port !== undefined) return itself;
  const at = await service(parts, host, probe.timeoutMs, signal);
  return at ? { name: host, at } : itself;
}

function withPort({ host, port = federationPort }: ServerName): string {
  return `${host}:${port}`;
}

/** A missing or wrong delegation is none: so say the rules that other servers follow. */
async function delegation(
  net: Net,
  host: string,
  { timeoutMs, certificate }: FederationProbe,
  signal: AbortSignal,
): Promise<ServerName | undefined> {
  try {
    const { status, body } = await net.request({
      url: `https://${host}/.well-known/matrix/server`,
      signal,
      phaseMs: timeoutMs,
      bodyBytes: bodyLimitBytes,
      redirects: redirectLimit,
      trust: certificate.trust,
    });
    return status === 200 ? delegationOf(body) : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** The newer name of the record first, then the one it replaces. */
async function service(
  { net, resolveSrv }: FederationParts,
  host: string,
  timeoutMs: number,
  signal: AbortSignal,
) {
  for (const prefix of ['_matrix-fed._tcp', '_matrix._tcp']) {
    const found = await net
      .within(signal, () => resolveSrv(`${prefix}.${host}`, { signal, timeoutMs }))
      .catch(() => []);
    signal.throwIfAborted();
    const [best] = found.toSorted((a, b) => a.priority - b.priority);
    if (best) return { host: best.name, port: best.port };
  }
  return undefined;
}

export const systemResolveSrv: ResolveSrv = async (name, { signal, timeoutMs }) => {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await resolver.resolveSrv(name);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
};
