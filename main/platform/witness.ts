import type { Witness } from '../../shared/coop/document.ts';
import type { Testimony } from '../../shared/connectivity.ts';
import { isPresent } from '../../shared/status/seen-text.ts';
import type { AskWitness } from './connectivity.ts';
import { NetError } from './net/error.ts';
import type { Net } from './net/index.ts';
import { textOf } from './net/request.ts';

/** A witness that takes longer says nothing; per phase, in ms. */
const phaseMs = 4000;
const bodyLimitBytes = 64 * 1024;

/** Faults that show that something answered in the witness's place. */
const interceptions = new Set([
  'certificate-untrusted',
  'certificate-wrong-host',
  'tls-failed',
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
      const code = error instanceof NetError ? error.reason.code : '';
      return interceptions.has(code) ? 'intercepted' : 'silent';
    }
  };
}

async function hear(net: Net, witness: Witness, signal: AbortSignal): Promise<Testimony> {
  if ('host' in witness) {
    await net.connect({ ...witness, signal, phaseMs });
    return 'answered';
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
  if (witness.contains === undefined) return answer.status < 300 ? 'answered' : 'intercepted';
  return isPresent(textOf(answer), witness.contains) ? 'answered' : 'intercepted';
}
