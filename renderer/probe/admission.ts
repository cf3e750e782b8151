/** From an offer to the server's answer, retried while the join is on its way. */
import { ProbeError, pause } from './probe-error.ts';
import type { Signalling, SignallingSocket } from './signalling.ts';
import { openSignalling } from './signalling.ts';

export type Admission = Readonly<{ signalling: Signalling; sdpAnswer: string; answerMs: number }>;

/** News of a join takes a moment to reach the media server, which refuses unknown users. */
const tries = 10;
const betweenMs = 1_000;
/** Limit of a plain request. */
const plainTimeoutMs = 5_000;

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
      if (!isNotAdmitted(error) || attempt === tries) throw error;
    }
    await pause(betweenMs, signal);
  }
}

function isNotAdmitted(error: unknown): boolean {
  return error instanceof ProbeError && error.failure.code === 'not-admitted';
}

/**
 * A browser does not say why a WebSocket did not open. A plain request to the same address is answered if the server is
 * there and only refused us; if nothing is behind it, LiveKit may carry the audio.
 */
export async function whyNotOpen(signallingUrl: string, signal: AbortSignal): Promise<ProbeError> {
  const url = signallingUrl.replace(/^ws/, 'http');
  try {
    const { status } = await ask(url, signal);
    if (status >= 500 && (await hasLivekit(url, signal))) return new ProbeError('livekit');
    return new ProbeError('signalling-refused', { status });
  } catch {
    return new ProbeError('signalling-unreachable');
  }
}

function ask(url: string | URL, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(plainTimeoutMs)]),
    redirect: 'manual',
    credentials: 'include',
  });
}

/** Where BigBlueButton's nginx passes on to LiveKit, its server answers with these two letters. */
async function hasLivekit(url: string, signal: AbortSignal): Promise<boolean> {
  const { ok, body } = await ask(new URL('/livekit/', url), signal);
  const reader = body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return ok && new TextDecoder().decode(first?.value).trim() === 'OK';
}
