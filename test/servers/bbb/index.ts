/**
 * A stand-in BigBlueButton on loopback: Greenlight, the HTTP API, the client's page, the signalling of sound, and an
 * echo over real WebRTC; with a poor network or a slow server on command.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Reply } from '../http.ts';
import { listen, send } from '../http.ts';
import { answerApi } from './api.ts';
import { createChance } from './chance.ts';
import type { Algorithm } from './checksum.ts';
import { algorithms } from './checksum.ts';
import { clientPage, createDataPlane, dataPath, sharedClientPath } from './client-page.ts';
import { createCourse } from './course.ts';
import { startFront } from './front.ts';
import { createGreenlight, roomPath, roomV2Path } from './greenlight.ts';
import type { KnobChanges, Knobs } from './knobs.ts';
import { defaultKnobs, turned } from './knobs.ts';
import type { Ledger } from './ledger.ts';
import { openLedger } from './ledger.ts';
import type { Line } from './relay.ts';
import { createRooms, token } from './rooms.ts';
import { createSchedule } from './schedule.ts';
import { createSignalling, signallingPath } from './signalling.ts';
import type { Passage } from './tally.ts';
import { createTally } from './tally.ts';
import { startTurn } from './turn.ts';
import type { World } from './world.ts';
import { roomId, urlOf } from './world.ts';

export type { Fault, KnobChanges, Knobs, Mischief, RoomState } from './knobs.ts';
export type { Ledger } from './ledger.ts';
export type { Passage } from './tally.ts';
export { signedUrl } from './checksum.ts';

export type BbbOptions = Readonly<{
  /** 0, the default, picks a free one. */
  port?: number;
  /** Puts something before it, given its port. Resolves to where clients reach it then, without a trailing slash. */
  front?: (port: number) => Promise<string>;
  knobs?: KnobChanges;
  /** Whether to start a TURN server too; the knob `turn` says whether it is handed out. Needs coturn. */
  turn?: boolean;
  /** Seed for loss and jitter. */
  seed?: number;
  supportedChecksumAlgorithms?: readonly Algorithm[];
  /** Time until a user who never joined is removed; 45 s on a real server. */
  enteredUsersTimeoutMs?: number;
}>;

export type Bbb = Readonly<{
  /** Such as `http://127.0.0.1:4000`, without a trailing slash. */
  url: string;
  port: number;
  /** Room links of Greenlight 3 and 2. */
  roomUrl: string;
  roomV2Url: string;
  /** A link that reaches the room after `hops` redirects; Infinity redirects for ever. */
  shortlink: (hops: number) => string;
  /** Base URL of the API's calls. */
  apiUrl: string;
  secret: string;
  /** Access code of the room while it requires one. */
  accessCode: string;
  knobs: () => Knobs;
  /** Takes effect immediately, for running calls too. */
  turn: (changes: KnobChanges) => void;
  ledger: Ledger;
  /** What the network did to the media since the last reset. */
  passages: () => Readonly<{ up: Passage; down: Passage }>;
  resetPassages: () => void;
  /** Removes everybody from the room, as a moderator can. */
  endMeeting: () => void;
  stop: () => Promise<void>;
}>;

const bodyLimitBytes = 64 * 1024;

export async function startBbb(options: BbbOptions = {}): Promise<Bbb> {
  let knobs = turned(defaultKnobs, options.knobs ?? {});
  const rooms = createRooms({
    enteredUsersTimeoutMs: options.enteredUsersTimeoutMs ?? 45_000,
    onTimeout: () => clerk.note('timed-out'),
  });
  const { clerk, ledger } = openLedger({
    guests: () => rooms.users().map(({ name }) => name),
    meetings: () => rooms.meetings().length,
  });
  const turn = options.turn ? await startTurn() : undefined;
  const schedule = createSchedule();
  const line: Line = {
    network: () => knobs.network,
    schedule,
    chance: createChance(options.seed ?? 1),
    course: createCourse(),
    isTurn: (one) => turn?.owns(one) ?? false,
    up: createTally(),
    down: createTally(),
  };
  let base = '';
  const world: World = {
    knobs: () => knobs,
    rooms,
    clerk,
    secret: token(40),
    supported: options.supportedChecksumAlgorithms ?? algorithms,
    accessCode: token(6),
    base: () => base,
    sharedBase: () => shortener.url,
    turnServers: (userId) =>
      knobs.turn === 'none' || !turn ? [] : [turn.server(knobs.turn, userId)],
  };
  const greenlight = createGreenlight(world);
  const signalling = createSignalling(world, line);
  const dataPlane = createDataPlane(world);

  const inner = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const reply =
        answerApi(request, world) ?? greenlight.answer(request, body) ?? signalling.answer(request);
      const late = urlOf(request).pathname.startsWith('/bigbluebutton/api');
      answer(
        response,
        reply ?? { status: 404, body: 'not found' },
        late ? knobs.echo.apiDelayMs : 0,
      );
      dataPlane.sweep();
    });
  });
  inner.on('upgrade', (request, socket, head) => {
    const { pathname } = urlOf(request);
    if (pathname === signallingPath) return signalling.upgrade(request, socket, head);
    if (pathname === dataPath) return dataPlane.upgrade(request, socket, head);
    socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
  });
  inner.listen(0, '127.0.0.1');
  await once(inner, 'listening');
  const innerAddress = inner.address();
  const innerPort = typeof innerAddress === 'object' && innerAddress ? innerAddress.port : 0;
  const front = await startFront(innerPort, line, options.port ?? 0);
  base = (await options.front?.(front.port)) ?? `http://127.0.0.1:${front.port}`;
  const shortener = await listen((request, response) => {
    const { pathname } = urlOf(request);
    const client = pathname === sharedClientPath && clientPage(knobs.page, base);
    send(response, client || redirect(pathname, `${base}${roomPath}`));
  });

  return {
    url: base,
    port: front.port,
    roomUrl: `${base}${roomPath}`,
    roomV2Url: `${base}${roomV2Path}`,
    shortlink: (hops) => `${shortener.url}/${hops}`,
    apiUrl: base,
    secret: world.secret,
    accessCode: world.accessCode,
    knobs: () => knobs,
    turn: (changes) => (knobs = turned(knobs, changes)),
    ledger,
    passages: () => ({ up: line.up.read(), down: line.down.read() }),
    resetPassages: () => {
      line.up.reset();
      line.down.reset();
    },
    endMeeting: () => {
      rooms.end(roomId);
      dataPlane.sweep();
    },
    stop: async () => {
      dataPlane.stop();
      await Promise.all([signalling.stop(), shortener.stop(), front.stop(), turn?.stop()]);
      inner.close();
      inner.closeAllConnections();
      schedule.stop();
      rooms.stop();
    },
  };
}

/** `/3` redirects to `/2`, and `/1` to the room. */
function redirect(path: string, goal: string): Reply {
  const hops = Number(path.slice(1));
  return { status: 302, headers: { location: hops > 1 ? `/${hops - 1}` : goal } };
}

function answer(response: ServerResponse, reply: Reply, delayMs: number): void {
  if (delayMs === 0) return send(response, reply);
  const timer = setTimeout(() => send(response, reply), delayMs);
  response.on('close', () => clearTimeout(timer));
}

/** As text; long bodies are cut, since no form here is long. */
async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size <= bodyLimitBytes) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
