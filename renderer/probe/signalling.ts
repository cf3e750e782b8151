/**
 * The conversation with BigBlueButton's media server. It asks for the echo and for nothing else: a `dtmf` message would
 * take the member out of the echo and into the meeting, so there is none.
 */
import type { Failure } from '../../shared/echo/failure.ts';
import { failure } from '../../shared/echo/failure.ts';
import type { Timed } from '../../shared/echo/pairing.ts';
import type { ServerMessage } from '../../shared/echo/signalling-messages.ts';
import { readMessage, serverFailure } from '../../shared/echo/signalling-messages.ts';
import { ProbeError, within } from './probe-error.ts';

/** What is used of a WebSocket. */
export type SignallingSocket = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>;

export type Signalling = Readonly<{
  /** Until the socket was open, in ms. */
  openMs: number;
  /** Offers our sound; rejects with a ProbeError for a refusal. */
  start: (sdpOffer: string) => Promise<Readonly<{ sdp: string; answerMs: number }>>;
  /** From each `ping` to its `pong`, with the moment of the latter. */
  roundTrips: () => readonly Timed[];
  /** Resolves when the conversation has broken; never after `stop`. */
  failed: Promise<Failure>;
  stop: () => void;
}>;

const openTimeoutMs = 10_000;
const answerTimeoutMs = 10_000;
/** Often enough that a line that stands still for half a second is noticed, and told from a server that does. */
const pingIntervalMs = 400;
/** The server's own client gives up after as long without a word. */
const silenceMs = 12_000;

export async function openSignalling(
  newSocket: () => SignallingSocket,
  signal: AbortSignal,
): Promise<Signalling> {
  const startedMs = performance.now();
  const socket = newSocket();
  const unheeded = new AbortController();
  const heed = { signal: unheeded.signal };
  const broken = createPromise<Failure>();
  const answered = createPromise<string>();
  const opened = createPromise<void>();
  const roundTrips: Timed[] = [];
  let pingSentMs: number | undefined;
  let lastHeardMs = startedMs;
  let isOpen = false;

  const stop = () => {
    clearInterval(timer);
    unheeded.abort();
    if (isOpen) send({ id: 'stop', type: 'audio', role: 'sendrecv' });
    isOpen = false;
    socket.close();
  };
  const send = (message: object) => socket.send(JSON.stringify(message));
  const ponged = () => {
    if (pingSentMs === undefined) return;
    const nowMs = performance.now();
    roundTrips.push({ atUtcMs: performance.timeOrigin + nowMs, ms: nowMs - pingSentMs });
    pingSentMs = undefined;
  };
  const handle = (message: ServerMessage | undefined) => {
    switch (message?.kind) {
      case undefined:
        return broken.resolve(failure('bad-answer', 'connect'));
      case 'pong':
        return ponged();
      case 'answer':
        return answered.resolve(message.sdp);
      case 'error':
        return broken.resolve(serverFailure(message.code, 'connect'));
      case 'other':
        return;
    }
  };
  const ping = () => {
    if (performance.now() - lastHeardMs > silenceMs) {
      return broken.resolve(failure('signalling-silent', 'connect'));
    }
    if (!isOpen || pingSentMs !== undefined) return;
    pingSentMs = performance.now();
    send({ id: 'ping' });
  };

  const timer = setInterval(ping, pingIntervalMs);
  signal.addEventListener('abort', stop, heed);
  const onOpen = () => {
    isOpen = true;
    opened.resolve();
  };
  const onMessage = ({ data }: MessageEvent<unknown>) => {
    lastHeardMs = performance.now();
    handle(readMessage(data));
  };
  const onClose = () => {
    clearInterval(timer);
    const code = isOpen ? 'signalling-closed' : 'signalling-unreachable';
    isOpen = false;
    broken.resolve(failure(code, 'connect'));
  };
  socket.addEventListener('open', onOpen, heed);
  socket.addEventListener('message', onMessage, heed);
  socket.addEventListener('close', onClose, heed);

  const orBroken = <T>(promise: Promise<T>, timeoutMs: number) =>
    within(Promise.race([promise, thrown(broken.promise)]), timeoutMs, 'signalling-silent', signal);
  try {
    await orBroken(opened.promise, openTimeoutMs);
  } catch (error) {
    stop();
    throw error;
  }
  const openMs = performance.now() - startedMs;
  ping();

  return {
    openMs,
    start: async (sdpOffer) => {
      const sentMs = performance.now();
      send({
        id: 'start',
        type: 'audio',
        role: 'sendrecv',
        clientSessionNumber: 1,
        sdpOffer,
        extension: 'echo',
      });
      const sdp = await orBroken(answered.promise, answerTimeoutMs);
      return { sdp, answerMs: performance.now() - sentMs };
    },
    roundTrips: () => roundTrips,
    failed: broken.promise,
    stop,
  };
}

async function thrown(failed: Promise<Failure>): Promise<never> {
  throw new ProbeError(await failed);
}

function createPromise<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (value: T) => resolve(value) };
}
