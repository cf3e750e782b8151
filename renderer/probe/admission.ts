/** Exchanges offer and answer with the media server, retrying until it knows the join. */
import { ProbeError, pause } from './probe-error.ts';
import type { Signalling, SignallingSocket } from './signalling.ts';
import { openSignalling } from './signalling.ts';

export type Admission = Readonly<{ signalling: Signalling; sdpAnswer: string; answerMs: number }>;

/** A join takes a moment to reach the media server, which refuses unknown users. */
const maxAttempts = 10;
const retryDelayMs = 1_000;
const httpTimeoutMs = 5_000;

export async function askForEcho(
  sdpOffer: string,
  newSocket: () => SignallingSocket,
  signal: AbortSignal,
): Promise<Admission> {
  for (let attempt = 1; ; attempt += 1) {
    const signalling = await openSignalling(newSocket, signal);
    try {
      const { sdp, answerMs } = await signalling.start(sdpOffer);
      return { signalling, sdpAnswer: sdp, answerMs };
    } catch (error) {
      signalling.stop();
      if (!isNotAdmitted(error) || attempt === maxAttempts) throw error;
    }
    await pause(retryDelayMs, signal);
  }
}

function isNotAdmitted(error: unknown): boolean {
  return error instanceof ProbeError && error.failure.code === 'not-admitted';
}

/**
 * A browser does not say why a WebSocket failed to open. A plain HTTP request to the same address tells a server that
 * refused us from one that is unreachable; with nothing behind the proxy (5xx), LiveKit may carry the audio.
 */
export async function whyNotOpen(signallingUrl: string, signal: AbortSignal): Promise<ProbeError> {
  const url = signallingUrl.replace(/^ws/, 'http');
  try {
    const { status } = await request(url, signal);
    if (status >= 500 && (await hasLivekit(url, signal))) return new ProbeError('livekit');
    return new ProbeError('signalling-refused', { status });
  } catch {
    return new ProbeError('signalling-unreachable');
  }
}

function request(url: string | URL, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(httpTimeoutMs)]),
    redirect: 'manual',
    credentials: 'include',
  });
}

/** Behind BigBlueButton's nginx, LiveKit answers this path with `OK`. */
async function hasLivekit(url: string, signal: AbortSignal): Promise<boolean> {
  const { ok, body } = await request(new URL('/livekit/', url), signal);
  const reader = body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return ok && new TextDecoder().decode(first?.value).trim() === 'OK';
}
