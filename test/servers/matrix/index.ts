/**
 * A stand-in Matrix homeserver: the endpoints that the app and its suite use, with Synapse's default rate limit for
 * messages. The suite in test/matrix checks it against a real Synapse.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen, send } from '../http.ts';
import { addDevice, deviceOf, logIn } from './people.ts';
import { createRoom, directory, join, joinedRooms, leave, ofUser } from './places.ts';
import { Refusal, refuse } from './refusal.ts';
import { inRoom } from './rooms.ts';
import type { MatrixServer, MatrixServerOptions } from './server.ts';
import type { Json, StoredEvent, World } from './state.ts';
import { createWorld, newId } from './state.ts';
import { sync } from './sync.ts';

/** Faults that affect every request, on command. */
export type MatrixFault = 'rate-limited' | 'broken' | 'silent' | 'truncated';

export type MatrixStandIn = MatrixServer &
  Readonly<{
    fail: (fault: MatrixFault | undefined) => void;
    /** Makes all pagination tokens so far invalid. */
    forgetPlaces: () => void;
    /** Puts events that no client would send into a room, immediately and in this order. */
    plant: (roomId: string, events: readonly Omit<StoredEvent, 'room_id'>[]) => void;
    /** A file that was uploaded, by its `mxc://` URL. */
    uploaded: (address: string) => Buffer | undefined;
  }>;

const json = { 'content-type': 'application/json' };
const uploadLimitBytes = 50 * 1024 * 1024;

export async function startMatrix({ tokenS }: MatrixServerOptions = {}): Promise<MatrixStandIn> {
  const world = createWorld();
  let fault: MatrixFault | undefined;
  const listener = await listen((request, response) => {
    if (fault !== undefined && misbehave(fault, response)) return;
    answer(world, request, tokenS).then(
      (body) => send(response, { headers: json, body: JSON.stringify(body) }),
      (error: unknown) => {
        const { status, body } =
          error instanceof Refusal ? error : refuse(500, 'M_UNKNOWN', { error: String(error) });
        send(response, { status, headers: json, body: JSON.stringify(body) });
      },
    );
  });
  return {
    name: 'the stand-in',
    url: listener.url,
    register: async (name, password) => {
      const userId = `@${name}:localhost`;
      world.passwords.set(userId, password);
      return String(addDevice(world, userId)['access_token']);
    },
    stop: listener.stop,
    start: listener.start,
    close: listener.stop,
    fail: (next) => (fault = next),
    forgetPlaces: () => void (world.placesEpoch += 1),
    plant: (roomId, events) =>
      void world.events.push(...events.map((event) => ({ ...event, room_id: roomId }))),
    uploaded: (address) => world.media.get(address),
  };
}

/** True when the request has been answered, or never will be. */
function misbehave(fault: MatrixFault, response: ServerResponse): boolean {
  if (fault === 'rate-limited') {
    send(response, {
      status: 429,
      headers: { ...json, 'retry-after': '1' },
      body: JSON.stringify({ errcode: 'M_LIMIT_EXCEEDED', retry_after_ms: 1000 }),
    });
  }
  if (fault === 'broken') send(response, { status: 502, body: '<html>Bad Gateway</html>' });
  if (fault === 'truncated') {
    response.writeHead(200, { ...json, 'content-length': '1000' });
    response.write('{"half":', () => response.destroy());
  }
  return true;
}

async function answer(world: World, request: IncomingMessage, tokenS?: number): Promise<Json> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = url.pathname.replace(/^\/_matrix\/(?:client|media)\/?/, '');
  if (path === 'versions') return { versions: ['v1.1', 'v1.11', 'v1.12'] };
  const sent = await bytesOf(request);
  const isFile = path.endsWith('/upload');
  const body = !isFile && sent.length > 0 ? (JSON.parse(sent.toString()) as Json) : {};
  const [, first = '', ...rest] = path.split('/').map(decodeURIComponent);
  const method = request.method ?? 'GET';
  if (first === 'login' && method === 'POST' && rest.length === 0)
    return logIn(world, body, tokenS);
  if (first === 'login' && method === 'GET') return { flows: [{ type: 'm.login.password' }] };
  if (first === 'auth_metadata') throw refuse(404, 'M_UNRECOGNIZED');

  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  const device = deviceOf(world, token);
  const { userId, deviceId } = device;
  const asked = { method, parts: rest, query: url.searchParams, body, userId, deviceId };
  if (first === 'rooms') return rest[1] === 'leave' ? leave(world, asked) : inRoom(world, asked);
  if (first === 'sync') return sync(world, userId, url.searchParams);
  if (first === 'createRoom') return createRoom(world, userId, body);
  if (first === 'join') return join(world, userId, rest[0] ?? '');
  if (first === 'account') return { user_id: userId, device_id: deviceId };
  if (first === 'upload') return upload(world, sent);
  if (first === 'pushrules') return { global: {} };
  if (first === 'joined_rooms') return joinedRooms(world, userId);
  if (first === 'directory') return directory(world, rest);
  if (first === 'user') return ofUser(world, asked);
  if (first === 'logout') {
    world.tokens.delete(token);
    for (const wake of world.wake) wake();
    return {};
  }
  if (first === 'login') {
    const loginToken = newId('login-');
    world.loginTokens.set(loginToken, userId);
    return { login_token: loginToken, expires_in_ms: 120_000 };
  }
  throw refuse(404, 'M_UNRECOGNIZED');
}

function upload(world: World, file: Buffer): Json {
  const address = `mxc://localhost/${newId('media')}`;
  world.media.set(address, file);
  return { content_uri: address };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > uploadLimitBytes) throw refuse(413, 'M_TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
