/** bbb-webrtc-sfu's signalling for sound: one WebSocket, JSON messages, validated as strictly as there. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as v from 'valibot';
import type { Reply } from '../http.ts';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { beforeAnswer, beforeStart, isFault } from './faults.ts';
import type { EchoPeer } from './media.ts';
import { startEchoPeer } from './media.ts';
import type { Line } from './relay.ts';
import type { User } from './rooms.ts';
import type { World } from './world.ts';
import { textOf, urlOf, userOf } from './world.ts';

const maxPayloadBytes = 51_200;
const pingEveryMs = 20_000;

const Message = v.variant('id', [
  v.object({ id: v.literal('ping') }),
  v.object({
    id: v.literal('start'),
    type: v.literal('audio'),
    role: v.picklist(['sendrecv', 'recvonly', 'recv']),
    clientSessionNumber: v.pipe(v.number(), v.integer(), v.minValue(0)),
    sdpOffer: v.pipe(v.string(), v.minLength(1)),
    extension: v.optional(v.string()),
  }),
  v.object({ id: v.literal('iceCandidate'), type: v.literal('audio'), candidate: v.unknown() }),
  v.object({ id: v.literal('dtmf'), type: v.literal('audio'), tones: v.string() }),
  v.object({ id: v.literal('restartIce'), type: v.literal('audio') }),
  v.object({ id: v.literal('stop'), type: v.literal('audio') }),
]);
type Start = Extract<v.InferOutput<typeof Message>, { id: 'start' }>;

export const signallingPath = '/bbb-webrtc-sfu';

export type Signalling = Readonly<{
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Answers plain HTTP requests to the same path, and to LiveKit's. */
  answer: (request: IncomingMessage) => Reply | undefined;
  stop: () => Promise<void>;
}>;

export function createSignalling(world: World, line: Line): Signalling {
  const server = new WebSocketServer({ noServer: true, maxPayload: maxPayloadBytes });
  const calls = new Set<Promise<void>>();
  const refuse = (socket: Duplex, status: string) => {
    world.clerk.note('signalling-refused');
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  };
  return {
    answer: (request) => {
      const { pathname } = urlOf(request);
      const isLivekit = world.knobs().room === 'livekit';
      if (pathname === '/livekit/' && isLivekit) return { body: 'OK' };
      if (pathname !== signallingPath) return undefined;
      return isLivekit ? { status: 502 } : { status: isFault(world, 'upgrade-401') ? 401 : 426 };
    },
    upgrade: (request, socket, head) => {
      const user = userOf(request, world);
      if (isFault(world, 'upgrade-silent')) return;
      // A server with only LiveKit runs no SFU of BBB's own; nginx has no upstream for that path.
      if (world.knobs().room === 'livekit') return refuse(socket, '502 Bad Gateway');
      if (!user || isFault(world, 'upgrade-401')) return refuse(socket, '401 Unauthorized');
      server.handleUpgrade(request, socket, head, (connection) => {
        const call = converse(connection, user, world, line).finally(() => calls.delete(call));
        calls.add(call);
      });
    },
    stop: async () => {
      for (const client of server.clients) client.terminate();
      await Promise.all(calls);
    },
  };
}

/** Resolves once the connection and its peer are closed. */
async function converse(socket: WebSocket, user: User, world: World, line: Line): Promise<void> {
  const { clerk } = world;
  const say = (message: object) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  };
  const call = createCall({ socket, say, user, world, line });
  clerk.note('signalling-open');
  clerk.sockets.add(socket);
  const stopPinging = keepAlive(socket);
  socket.on('error', (error) => clerk.violation(`signalling: ${error.message}`));
  socket.on('message', (data) => call.take(textOf(data)));
  await new Promise((resolve) => socket.once('close', resolve));
  stopPinging();
  clerk.sockets.delete(socket);
  clerk.note('signalling-closed');
  await call.end();
}

/** Pings at the WebSocket level and drops a client that does not answer, as the SFU does. */
function keepAlive(socket: WebSocket): () => void {
  let alive = true;
  socket.on('pong', () => (alive = true));
  const timer = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, pingEveryMs);
  return () => clearInterval(timer);
}

type CallParts = Readonly<{
  socket: WebSocket;
  say: (message: object) => void;
  user: User;
  world: World;
  line: Line;
}>;

function createCall(parts: CallParts) {
  const { say, world, socket } = parts;
  let peer: Promise<EchoPeer | undefined> | undefined;
  const end = async () => {
    const ending = peer;
    peer = undefined;
    const ended = await ending?.catch(() => undefined);
    if (!ended) return;
    await ended.stop();
    world.clerk.peers.delete(ended);
  };
  const begin = (message: Start) => {
    world.clerk.note('start');
    if (peer) return say(failureOf(2300, 'SFU_INVALID_REQUEST'));
    if (!beforeStart(parts)) return;
    if (!parts.user.joined || isFault(world, 'never-admitted')) {
      return say(failureOf(2301, 'SFU_UNAUTHORIZED'));
    }
    peer = answer(message, parts).catch(() => {
      peer = undefined;
      say(failureOf(2202, 'MEDIA_INVALID_SDP'));
      return undefined;
    });
  };
  const act = (message: v.InferOutput<typeof Message>) => {
    switch (message.id) {
      case 'ping':
        return isFault(world, 'pong-silent') ? undefined : say({ id: 'pong' });
      case 'start':
        return begin(message);
      case 'dtmf':
        // In the echo, digit 1 transfers the caller to the conference: people would hear the test.
        return world.clerk.violation(`sent DTMF ${message.tones}`);
      case 'stop':
        world.clerk.note('stop');
        return void end();
      case 'iceCandidate':
      case 'restartIce':
        return;
    }
  };
  return {
    take: (text: string) => {
      const message = v.safeParse(Message, parsed(text));
      if (message.success) return act(message.output);
      world.clerk.violation(`malformed message: ${text.slice(0, 80)}`);
      say(failureOf(2300, 'SFU_INVALID_REQUEST'));
    },
    end: async () => {
      await end();
      socket.removeAllListeners('message');
    },
  };
}

async function answer(
  message: Start,
  { say, world, line, socket }: CallParts,
): Promise<EchoPeer | undefined> {
  const onConnected = () => {
    if (isFault(world, 'media-closed')) return socket.terminate();
    say({ type: 'audio', id: 'webRTCAudioSuccess', success: 'MEDIA_FLOWING' });
    if (isFault(world, 'error-2211')) {
      // This error has its code inside the message, and comes after 30 s on a real server.
      say({
        type: 'audio',
        id: 'webRTCAudioError',
        error: { code: 2211, reason: 'MEDIA_NOT_FLOWING' },
      });
    }
  };
  const peer = await startEchoPeer(message.sdpOffer, {
    line,
    // Only the echo's extension returns sound; a conference with one participant is silent.
    isEchoing: () => message.extension === 'echo' && !isFault(world, 'media-silent'),
    echo: () => world.knobs().echo,
    onConnected,
    onEcho: () => world.clerk.note('echo'),
  });
  world.clerk.peers.add(peer);
  if (beforeAnswer({ say, world, socket })) {
    say({
      type: 'audio',
      id: 'startResponse',
      response: 'accepted',
      sdpAnswer: isFault(world, 'sdp-garbage') ? 'v=0\r\nthis is no answer\r\n' : peer.sdpAnswer,
    });
  }
  return peer;
}

function failureOf(code: number, reason: string): object {
  return { type: 'audio', id: 'webRTCAudioError', code, reason, message: reason, role: 'sendrecv' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
