import type { FederationProbe } from '../../../../shared/coop/probe.ts';
import { judgeCertificate } from '../../../../shared/status/certificate.ts';
import { isVersionAnswer, mostTelling } from '../../../../shared/status/federation.ts';
import type { Observation } from '../../../../shared/observation/observation.ts';
import { reason } from '../../../../shared/observation/observation.ts';
import { refusalOf } from '../../../../shared/status/refusal.ts';
import { NetError } from '../../../platform/net/error.ts';
import type { Net } from '../../../platform/net/index.ts';
import { remarksOn } from '../../../platform/net/request.ts';
import { observationOf } from './fault.ts';
import type { AskTester } from './federation-tester.ts';
import type { Discovery, Place, ResolveSrv } from './federation-way.ts';
import { discoverServer } from './federation-way.ts';

export type FederationDeps = Readonly<{
  net: Net;
  resolveSrv: ResolveSrv;
  askTester: AskTester;
}>;

/** More than a version needs. */
const bodyLimitBytes = 64 * 1024;

/** Discovers the server as other servers do and requests its version. Rejects only with the signal's reason. */
export async function probeFederation(
  deps: FederationDeps,
  probe: FederationProbe,
  signal: AbortSignal,
): Promise<Observation> {
  const discovery = await discoverServer(deps, probe, signal);
  const failures: Failure[] = [];
  for (const place of discovery.places) {
    const seen = await ask(deps.net, place, probe, signal);
    if (seen.verdict === 'up' || seen.verdict === 'degraded') {
      return found(deps, probe, seen, failures, signal);
    }
    failures.push({ place, seen });
  }
  return lost(discovery, failures);
}

type Failure = Readonly<{ place: Place; seen: Observation }>;

/** One place works; others may have failed before. */
async function found(
  { askTester }: FederationDeps,
  probe: FederationProbe,
  seen: Observation,
  failures: readonly Failure[],
  signal: AbortSignal,
): Promise<Observation> {
  const failed = failures.find((one) => one.seen.verdict === 'down');
  if (failed) {
    const { name, at } = failed.place;
    const host = at ? `${at.host}:${at.port}` : name;
    return { ...seen, verdict: 'degraded', reason: reason('federation-partly', { host }) };
  }
  if (probe.tester && (await askTester(probe.tester, probe.serverName, signal)) === false) {
    return { ...seen, verdict: 'degraded', reason: reason('federation-tester') };
  }
  return seen;
}

/** No place works. One that refuses us may still work for others. */
function lost({ doubts, refusal }: Discovery, failures: readonly Failure[]): Observation {
  if (refusal) return { verdict: 'unknown', ...refusal, timings: {} };
  const refused = failures.find((one) => one.seen.verdict === 'unknown');
  if (refused) return refused.seen;
  const reasons = failures.flatMap(({ seen }) => seen.reason ?? []);
  const why = mostTelling([...reasons, ...doubts]) ?? reason('federation-answer');
  const observation = failures.find(({ seen }) => seen.reason === why)?.seen;
  return observation ?? { verdict: 'down', reason: why, timings: {} };
}

/** Checks one place. Rejects only with the signal's reason. */
async function ask(
  net: Net,
  place: Place,
  probe: FederationProbe,
  signal: AbortSignal,
): Promise<Observation> {
  try {
    const answer = await net.request({
      url: `https://${place.name}/_matrix/federation/v1/version`,
      ...(place.at ? { at: place.at } : {}),
      signal,
      phaseMs: probe.timeoutMs,
      bodyBytes: bodyLimitBytes,
      redirects: 0,
      trust: probe.certificate.trust,
      isCheck: true,
    });
    const { timings, certificate, proxy, status } = answer;
    const seen = {
      timings,
      ...(certificate ? { certificate } : {}),
      ...(proxy ? { proxy } : {}),
      ...remarksOn(answer),
    };
    const nowUtcMs = Date.now();
    const refusal = refusalOf(answer, nowUtcMs);
    if (refusal) return { verdict: 'unknown', ...refusal, ...seen };
    if (status !== 200)
      return { verdict: 'down', reason: reason('status', { got: status }), ...seen };
    if (!isVersionAnswer(answer.body)) {
      return { verdict: 'down', reason: reason('federation-answer'), ...seen };
    }
    const { warnDays } = probe.certificate;
    const ending = certificate && judgeCertificate(certificate, warnDays, nowUtcMs);
    return { ...(ending ?? { verdict: 'up' as const }), ...seen };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof NetError)) throw error;
    const { verdict, reason: why, timings } = observationOf(error);
    return { verdict, ...(why ? { reason: why } : {}), timings };
  }
}
