/** What the parts of the stand-in share. */
import type { IncomingMessage } from 'node:http';
import type { RawData } from 'ws';
import type { Algorithm } from './checksum.ts';
import type { Clerk } from './ledger.ts';
import type { Knobs } from './knobs.ts';
import type { Meeting, Rooms, User } from './rooms.ts';
import { newMeeting, token } from './rooms.ts';

export type World = Readonly<{
  knobs: () => Knobs;
  rooms: Rooms;
  clerk: Clerk;
  secret: string;
  supported: readonly Algorithm[];
  accessCode: string;
  /** Where clients reach the server, such as `http://127.0.0.1:4000`. */
  base: () => string;
  /** The host that a cluster shares: below its prefix it serves the client's page, and nothing else. */
  sharedBase: () => string;
  /** The TURN servers to hand out to a user, depending on the knobs. */
  turnServers: (userId: string) => readonly TurnServer[];
}>;

export type TurnServer = Readonly<{ url: string; username: string; password: string; ttl: number }>;

/** The room behind both Greenlight links. */
export const roomId = 'ech-o7t-est-r00';
export const roomName = 'Echo test';

/** The room's meeting, started if necessary. */
export function roomMeeting({ rooms, knobs }: World): Meeting {
  const running = rooms.meeting(roomId);
  const wantsLivekit = knobs().room === 'livekit';
  if (running && !running.forciblyEnded && running.livekit === wantsLivekit) return running;
  const meeting = newMeeting(roomId, roomName, { livekit: wantsLivekit });
  rooms.add(meeting);
  return meeting;
}

export function newUser(
  meeting: Meeting,
  who: Readonly<{ name: string; role: User['role']; guestStatus: User['guestStatus'] }>,
): User {
  return {
    ...who,
    id: `w_${token(12)}`,
    meeting,
    sessionToken: token(16),
    authToken: token(12),
    cookie: token(32).toUpperCase(),
    joined: false,
  };
}

export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

export function urlOf(request: IncomingMessage): URL {
  return new URL(request.url ?? '/', 'http://stand-in');
}

/** The user of a request, by cookie and token; neither alone is enough. */
export function userOf(request: IncomingMessage, { rooms }: World): User | undefined {
  return rooms.user(
    cookieOf(request, 'JSESSIONID'),
    urlOf(request).searchParams.get('sessionToken'),
  );
}

/** Text of a WebSocket message; with ws's settings here, a buffer. */
export function textOf(data: RawData): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : '';
}
