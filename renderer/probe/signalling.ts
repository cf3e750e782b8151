/**
 * Signalling with BigBlueButton's media server, for the echo only: it never sends the `dtmf` message that would move
 * the member from the echo into the meeting.
 */
import type { Failure } from '../../shared/echo/failure.ts';
import { failure } from '../../shared/echo/failure.ts';
import type { Timed } from '../../shared/echo/pairing.ts';
import type { ServerMessage } from '../../shared/echo/signalling-messages.ts';
import { readMessage, serverFailure } from '../../shared/echo/signalling-messages.ts';
import { ProbeError, within } from './probe-error.ts';

/** The part of a WebSocket that is used. */
export type SignallingSocket = Pick<WebSocket, 'send' | 'close' | 'addEventListener'>;

export type Signalling = Readonly<{
  /** How long the socket took to open, in ms. */
  openMs: number;
  /** Sends our offer; rejects with a ProbeError if it is refused. */
  start: (sdpOffer: string) => Promise<Readonly<{ sdp: string; answerMs: number }>>;
  /** From each `ping` to its `pong`, with the time of the `pong`. */
  roundTrips: () => readonly Timed[];
  /** Resolves when the connection fails; never after `stop`. */
  failed: Promise<Failure>;
  stop: () => void;
}>;

const openTimeoutMs = 10_000;
const answerTimeoutMs = 10_000;
/** Often enough to notice a connection that stalls for half a second. */
const pingIntervalMs = 400;
/** BigBlueButton's own client gives up after the same time. */
const silenceTimeoutMs = 12_000;

/** Fields that every message has, for the member's own audio. */
const audio = { type: 'audio', role: 'sendrecv' } as const;

export async function openSignalling(
  newSocket: () => SignallingSocket,
  signal: AbortSignal,
): Promise<Signalling> {
  const startedMs = performance.now();
  const socket = newSocket();
  const listeners = new AbortController();
  const listening = { signal: listeners.signal };
  const broken = createPromise<Failure>();
  const answered = createPromise<string>();
  const opened = createPromise<void>();
  const pings = createPings();
  let lastMessageMs = startedMs;
  let isOpen = false;

  const stop = () => {
    clearInterval(timer);
    listeners.abort();
    if (isOpen) send({ id: 'stop', ...audio });
    isOpen = false;
    socket.close();
  };
  const send = (message: object) => socket.send(JSON.stringify(message));
  const ping = () => {
    if (performance.now() - lastMessageMs > silenceTimeoutMs) {
      return broken.resolve(failure('signalling-silent', 'connect'));
    }
    if (!isOpen || pings.isWaiting()) return;
    pings.sent();
    send({ id: 'ping' });
  };

  const timer = setInterval(ping, pingIntervalMs);
  signal.addEventListener('abort', stop, listening);
  const onOpen = () => {
    isOpen = true;
    opened.resolve();
  };
  const onMessage = ({ data }: MessageEvent<unknown>) => {
    lastMessageMs = performance.now();
    dispatch(readMessage(data), {
      answer: answered.resolve,
      pong: pings.answered,
      fail: broken.resolve,
    });
  };
  const onClose = () => {
    clearInterval(timer);
    const code = isOpen ? 'signalling-closed' : 'signalling-unreachable';
    isOpen = false;
    broken.resolve(failure(code, 'connect'));
  };
  socket.addEventListener('open', onOpen, listening);
  socket.addEventListener('message', onMessage, listening);
  socket.addEventListener('close', onClose, listening);

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
      send(startMessage(sdpOffer));
      const sdp = await orBroken(answered.promise, answerTimeoutMs);
      return { sdp, answerMs: performance.now() - sentMs };
    },
    roundTrips: () => pings.roundTrips,
    failed: broken.promise,
    stop,
  };
}

function startMessage(sdpOffer: string): object {
  return { id: 'start', ...audio, clientSessionNumber: 1, sdpOffer, extension: 'echo' };
}

type Handlers = Readonly<{
  answer: (sdp: string) => void;
  pong: () => void;
  fail: (failure: Failure) => void;
}>;

function dispatch(message: ServerMessage | undefined, on: Handlers): void {
  switch (message?.kind) {
    case undefined:
      return on.fail(failure('bad-answer', 'connect'));
    case 'pong':
      return on.pong();
    case 'answer':
      return on.answer(message.sdp);
    case 'error':
      return on.fail(serverFailure(message.code, 'connect'));
    case 'other':
      return;
  }
}

/** One ping at a time: a pong does not say which ping it answers. */
function createPings() {
  const roundTrips: Timed[] = [];
  let sentMs: number | undefined;
  return {
    roundTrips,
    isWaiting: () => sentMs !== undefined,
    sent: () => {
      sentMs = performance.now();
    },
    answered: () => {
      if (sentMs === undefined) return;
      const nowMs = performance.now();
      roundTrips.push({ atUtcMs: performance.timeOrigin + nowMs, ms: nowMs - sentMs });
      sentMs = undefined;
    },
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
