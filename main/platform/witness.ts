/** Asks witnesses, and other hosts that have answered before, to find out whether this machine is online. */
import type { Answered, Place } from '../../shared/net/answers.ts';
import {
  heardInAnswer,
  heardInConnection,
  heardInFault,
  isClockDependent,
  pageOf,
  placeOf,
  serverTime,
} from '../../shared/net/answers.ts';
import type { Witness } from '../../shared/coop/witnesses.ts';
import type { ReasonCode } from '../../shared/observation/observation.ts';
import type { ProxyFault } from '../../shared/net/proxy-answer.ts';
import { proxyFaultOfWitness } from '../../shared/net/proxy-answer.ts';
import type { WitnessResult } from '../../shared/net/connectivity.ts';
import { isPresent } from '../../shared/status/seen-text.ts';
import { codeOf, NetError } from './net/error.ts';
import type { Net } from './net/index.ts';
import { withResolver } from './net/name-server.ts';
import type { Answer } from './net/request.ts';
import { textOf } from './net/request.ts';

/** `time` is the witness's clock, ms UTC; `untimely` is set if its certificate was refused for its dates. */
export type AskWitness = (
  witness: Witness,
  signal: AbortSignal,
) => Promise<
  WitnessResult &
    Readonly<{ time?: Readonly<{ place: Place; serverUtcMs: number }>; untimely?: Place }>
>;

/** An answer, or the fault of the proxy in its way; undefined if neither proves anything. Never rejects. */
export type AskPlace = (
  place: Place,
  signal: AbortSignal,
) => Promise<Answered | ProxyFault | undefined>;

/** The server's clock, ms UTC, even if its certificate is not trusted: the answer is used for nothing else. */
export type AskTime = (place: Place, signal: AbortSignal) => Promise<number | undefined>;

/** Limit of each phase, in ms; a slower witness counts as silent. */
const phaseMs = 4000;
const bodyLimitBytes = 64 * 1024;
const webPort = 443;
/** Enough of a page to tell it from another; in characters. */
const pageLength = 4096;

/** Failures that show that something answered in the witness's place. */
const interceptions: ReadonlySet<ReasonCode> = new Set([
  'certificate-untrusted',
  'certificate-incomplete',
  'certificate-weak',
  'certificate-invalid',
  'certificate-wrong-host',
  'tls-failed',
  'tls-too-old',
  'tls-unknown-name',
  'protocol',
  'headers-too-large',
  'answer-contradicts',
  'redirect-refused',
]);

export function createAskWitness(deps: Readonly<{ net: Net }>): AskWitness {
  return async (witness, signal) => {
    try {
      return await hear(deps.net, witness, signal);
    } catch (error) {
      if (!(error instanceof NetError)) return { testimony: 'silent' };
      const { code } = error.reason;
      if ('url' in witness && isClockDependent(code)) {
        return { testimony: 'silent', untimely: placeOf(witness.url) };
      }
      const proxyFault = proxyFaultOfWitness(code);
      if (proxyFault) return { testimony: 'silent', proxyFault };
      return { testimony: interceptions.has(code) ? 'intercepted' : 'silent' };
    }
  };
}

async function hear(net: Net, witness: Witness, signal: AbortSignal): ReturnType<AskWitness> {
  if ('host' in witness) {
    await net.connect({ ...witness, signal, phaseMs });
    return { testimony: 'answered' };
  }
  const answer = await net.request({
    url: witness.url,
    signal,
    phaseMs,
    bodyBytes: witness.contains === undefined ? 0 : bodyLimitBytes,
    // Captive portals redirect; a real witness need not.
    redirects: 0,
    trust: 'system',
    isCheck: true,
  });
  if (!isItself(witness, answer)) {
    return { testimony: 'intercepted', page: pageOf(witness.url, answer, beginningOf(answer)) };
  }
  const serverUtcMs = serverTime(answer.headers);
  if (serverUtcMs === undefined) return { testimony: 'answered' };
  return { testimony: 'answered', time: { place: placeOf(witness.url), serverUtcMs } };
}

/** A witness with a trusted certificate is genuine even if its text has changed. */
function isItself({ contains }: Extract<Witness, { url: string }>, answer: Answer): boolean {
  if (answer.certificate?.trusted) return true;
  return contains === undefined ? answer.status < 300 : isPresent(textOf(answer), contains);
}

function beginningOf({ body }: Answer): string {
  return body.slice(0, pageLength);
}

export function createAskPlace(deps: Readonly<{ net: Net }>): AskPlace {
  return async (place, signal) => {
    const { host, port, speaks } = place;
    const isSecure = speaks === 'https' || speaks === 'tls';
    try {
      if (speaks === 'dns')
        return await deps.net.within(signal, () => askNameServer(place, signal));
      if (speaks === 'http') return await askPage(deps.net, place, signal);
      const trust = isSecure ? ('system' as const) : undefined;
      const line = await deps.net.connect({
        host,
        port,
        ...(trust ? { trust } : {}),
        signal,
        phaseMs,
      });
      return heardInConnection(place, line.certificate).answer;
    } catch (error) {
      if (!(error instanceof NetError)) return undefined;
      const heard = heardInFault(place, isSecure ? 'system' : undefined, error.reason);
      return heard.answer ?? heard.proxyFault;
    }
  };
}

/** Errors of a name server that did not answer; every other error is an answer. */
const noAnswerCodes = new Set(['ETIMEOUT', 'ECONNREFUSED', 'ECANCELLED']);

async function askNameServer(place: Place, signal: AbortSignal): Promise<Answered | undefined> {
  const { host, port } = place;
  const server = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  try {
    // Every name server can answer for the root.
    await withResolver({ server, timeoutMs: phaseMs, signal }, (resolver) =>
      resolver.resolveNs('.'),
    );
  } catch (error) {
    if (error instanceof NetError || noAnswerCodes.has(codeOf(error) || 'ETIMEOUT'))
      return undefined;
  }
  return { place, proof: 'plain' };
}

async function askPage(net: Net, place: Place, signal: AbortSignal): Promise<Answered | undefined> {
  const asked = { url: urlOf(place), trust: 'system' as const };
  const answer = await net.request({
    ...asked,
    signal,
    phaseMs,
    bodyBytes: bodyLimitBytes,
    redirects: 0,
    isCheck: true,
  });
  const heard = heardInAnswer(asked, answer).answer;
  return heard && { ...heard, page: pageOf(asked.url, answer, beginningOf(answer)) };
}

export function createAskTime(deps: Readonly<{ net: Pick<Net, 'request'> }>): AskTime {
  return async (place, signal) => {
    // TLS on other ports may carry any protocol.
    const isWeb = place.speaks === 'https' || (place.speaks === 'tls' && place.port === webPort);
    if (!isWeb) return undefined;
    try {
      const answer = await deps.net.request({
        url: urlOf({ ...place, speaks: 'https' }),
        method: 'HEAD',
        signal,
        phaseMs,
        bodyBytes: 0,
        redirects: 0,
        trust: 'unverified',
        isCheck: true,
      });
      return serverTime(answer.headers);
    } catch {
      return undefined;
    }
  };
}

function urlOf({ host, port, speaks }: Place): string {
  return `${speaks}://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}
