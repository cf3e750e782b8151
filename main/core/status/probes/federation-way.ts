/**
 * Discovers a Matrix server as other servers do: its delegation, then SRV records, else the default port. See
 * https://spec.matrix.org/latest/server-server-api/#resolving-server-names
 */
import type { FederationProbe } from '../../../../shared/coop/probe.ts';
import type { SrvRecord } from '../../../../shared/status/federation.ts';
import type { ServerName } from '../../../../shared/matrix/server-name.ts';
import { delegationOf, federationPort, inOrder } from '../../../../shared/status/federation.ts';
import { parseServerName } from '../../../../shared/matrix/server-name.ts';
import type { Reason } from '../../../../shared/observation/observation.ts';
import { reason } from '../../../../shared/observation/observation.ts';
import type { Refusal } from '../../../../shared/status/refusal.ts';
import { refusalOf } from '../../../../shared/status/refusal.ts';
import { bareHost } from '../../../platform/net/addresses.ts';
import { NetError } from '../../../platform/net/error.ts';
import type { Net } from '../../../platform/net/index.ts';
import { withResolver } from '../../../platform/net/name-server.ts';

/** The SRV records of a name. Rejects with `ENOTFOUND` or `ENODATA` if there are none. */
export type ResolveSrv = (
  name: string,
  options: Readonly<{ signal: AbortSignal; timeoutMs: number }>,
) => Promise<readonly SrvRecord[]>;

/** `name`: what the certificate is for; `at`: where to connect, if the network says so and not the document. */
export type Place = Readonly<{ name: string; at?: Readonly<{ host: string; port: number }> }>;

export type Discovery = Readonly<{
  /** Where to try, in this order. */
  places: readonly Place[];
  /** Failed lookups: if no place answers, they may be why. */
  doubts: readonly Reason[];
  /** The request for the delegation was refused, so the places are uncertain. */
  refusal?: Refusal;
}>;

type Deps = Readonly<{ net: Net; resolveSrv: ResolveSrv }>;

/** More than a delegation needs. */
const bodyLimitBytes = 64 * 1024;
const redirectLimit = 5;

/** Rejects only with the signal's reason. */
export async function discoverServer(
  deps: Deps,
  probe: FederationProbe,
  signal: AbortSignal,
): Promise<Discovery> {
  const own = parseServerName(probe.serverName) ?? { host: probe.serverName, isAddress: false };
  if (own.isAddress || own.port !== undefined) {
    return { places: [{ name: withPort(own) }], doubts: [] };
  }
  const delegated = await delegation(deps.net, own.host, probe, signal);
  const target = delegated.to ?? own;
  const { host, port = federationPort } = target;
  const direct = { name: withPort(target), at: { host: bareHost(host), port } };
  const doubts = delegated.doubt ? [delegated.doubt] : [];
  const refusal = delegated.refusal ? { refusal: delegated.refusal } : {};
  if (target.isAddress || target.port !== undefined)
    return { places: [direct], doubts, ...refusal };
  const found = await records(deps, host, probe.timeoutMs, signal);
  const places = found.places?.map((at) => ({ name: host, at })) ?? [direct];
  return { places, doubts: [...doubts, ...found.doubts], ...refusal };
}

function withPort({ host, port = federationPort }: ServerName): string {
  return `${host}:${port}`;
}

type Delegation = Readonly<{ to?: ServerName; doubt?: Reason; refusal?: Refusal }>;

/** A missing or invalid delegation counts as none, as the specification requires. */
async function delegation(
  net: Net,
  host: string,
  { timeoutMs, certificate }: FederationProbe,
  signal: AbortSignal,
): Promise<Delegation> {
  try {
    const answer = await net.request({
      url: `https://${host}/.well-known/matrix/server`,
      signal,
      phaseMs: timeoutMs,
      bodyBytes: bodyLimitBytes,
      redirects: redirectLimit,
      trust: certificate.trust,
    });
    const { status } = answer;
    const to = status === 200 ? delegationOf(answer.body) : undefined;
    if (to) return { to };
    const refusal = refusalOf(answer, Date.now());
    if (refusal) return { refusal };
    return status >= 500 ? { doubt: reason('status', { got: status }) } : {};
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof NetError ? { doubt: error.reason } : {};
  }
}

/** `places` is absent if there is no record. */
type Found = Readonly<{
  places?: readonly NonNullable<Place['at']>[];
  doubts: readonly Reason[];
}>;

/** The current name of the record first, then the deprecated one if that gives no records. */
async function records(
  { net, resolveSrv }: Deps,
  host: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Found> {
  const doubts: Reason[] = [];
  for (const prefix of ['_matrix-fed._tcp', '_matrix._tcp']) {
    const name = `${prefix}.${host}`;
    try {
      const found = await net.within(signal, () => resolveSrv(name, { signal, timeoutMs }));
      if (found.length === 0) continue;
      const places = inOrder(found).map((one) => ({ host: one.name, port: one.port }));
      // A lone dot means that there is no such service (RFC 2782).
      return { places, doubts: places.length > 0 ? doubts : [reason('dns-answer', { got: '.' })] };
    } catch (error) {
      signal.throwIfAborted();
      if (!isNoRecord(error)) doubts.push(reason('dns-failed', { host: name }));
    }
  }
  return { doubts };
}

function isNoRecord(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOTFOUND' || code === 'ENODATA';
}

export const systemResolveSrv: ResolveSrv = (name, asking) =>
  withResolver(asking, (resolver) => resolver.resolveSrv(name));
