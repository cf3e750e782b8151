/** Asks those who can tell whether this machine is online: the co-op's witnesses, and whoever else has answered. */
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
import type { WitnessResult } from '../../shared/net/connectivity.ts';
import { isPresent } from '../../shared/status/seen-text.ts';
import { codeOf, NetError } from './net/error.ts';
import type { Net } from './net/index.ts';
import { withResolver } from './net/name-server.ts';
import type { Answer } from './net/request.ts';
import { textOf } from './net/request.ts';

/** `time` is what the witness's clock says, in ms UTC. */
export type AskWitness = (
  witness: Witness,
  signal: AbortSignal,
) => Promise<
  WitnessResult &
    Readonly<{ time?: Readonly<{ place: Place; serverUtcMs: number }>; untimely?: Place }>
>;

/** Undefined when there is no answer that proves anything. Never rejects. */
export type AskPlace = (place: Place, signal: AbortSignal) => Promise<Answered | undefined>;

/** The server's clock, ms UTC, whether or not its certificate is believed: the answer proves nothing else. */
export type AskTime = (place: Place, signal: AbortSignal) => Promise<number | undefined>;

/** A witness that takes longer says nothing; per phase, in ms. */
const phaseMs = 4000;
const bodyLimitBytes = 64 * 1024;
const webPort = 443;
/** Of a page, as much as tells it from another; in characters. */
const pageLength = 4096;

/** Faults that show that something answered in the witness's place. */
const interceptions = new Set([
  'certificate-untrusted',
  'certificate-incomplete',
  'certificate-weak',
  'certificate-invalid',
  'certificate-wrong-host',
  'tls-failed',
  'tls-too-old',
  'protocol',
  'headers-too-large',
  'answer-contradicts',
  'redirect-refused',
]);

export function createAskWitness(parts: Readonly<{ net: Net }>): AskWitness {
  return async (witness, signal) => {
    try {
      return await hear(parts.net, witness, signal);
    } catch (error) {
      if (!(error instanceof NetError)) return { testimony: 'silent' };
      const { code } = error.reason;
      if ('url' in witness && isClockDependent(code)) {
        return { testimony: 'silent', untimely: placeOf(witness.url) };
      }
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
    // A captive portal redirects; a witness that is itself does not need to.
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

/** A witness that has changed its text is still the one that its certificate names. */
function isItself({ contains }: Extract<Witness, { url: string }>, answer: Answer): boolean {
  if (answer.certificate?.trusted) return true;
  return contains === undefined ? answer.status < 300 : isPresent(textOf(answer), contains);
}

function beginningOf({ body }: Answer): string {
  return body.slice(0, pageLength);
}

export function createAskPlace(parts: Readonly<{ net: Net }>): AskPlace {
  return async (place, signal) => {
    const { host, port, speaks } = place;
    const isSecure = speaks === 'https' || speaks === 'tls';
    try {
      if (speaks === 'dns') return await parts.net.within(signal, () => askNames(place, signal));
      if (speaks === 'http') return await look(parts.net, place, signal);
      const trust = isSecure ? ('system' as const) : undefined;
      const line = await parts.net.connect({
        host,
        port,
        ...(trust ? { trust } : {}),
        signal,
        phaseMs,
      });
      return heardInConnection(place, line.certificate).answer;
    } catch (error) {
      if (!(error instanceof NetError)) return undefined;
      return heardInFault(place, isSecure ? 'system' : undefined, error.reason).answer;
    }
  };
}

/** What says that a name server has not answered; every other error is an answer. */
const silences = new Set(['ETIMEOUT', 'ECONNREFUSED', 'ECANCELLED']);

async function askNames(place: Place, signal: AbortSignal): Promise<Answered | undefined> {
  const { host, port } = place;
  const server = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  try {
    // The root is a name that every name server has something to say about.
    await withResolver({ server, timeoutMs: phaseMs, signal }, (resolver) =>
      resolver.resolveNs('.'),
    );
  } catch (error) {
    if (error instanceof NetError || silences.has(codeOf(error) || 'ETIMEOUT')) return undefined;
  }
  return { place, proof: 'plain' };
}

async function look(net: Net, place: Place, signal: AbortSignal): Promise<Answered | undefined> {
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

export function createAskTime(parts: Readonly<{ net: Pick<Net, 'request'> }>): AskTime {
  return async (place, signal) => {
    // Other ports than that of the web may speak anything inside their TLS.
    const isWeb = place.speaks === 'https' || (place.speaks === 'tls' && place.port === webPort);
    if (!isWeb) return undefined;
    try {
      const answer = await parts.net.request({
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
