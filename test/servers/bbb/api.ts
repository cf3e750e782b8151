/** bbb-web's HTTP API: calls without the secret, and those that need its checksum. */
import type { IncomingMessage } from 'node:http';
import type { Reply } from '../http.ts';
import { isSigned } from './checksum.ts';
import { calls } from './calls.ts';
import { clientPage } from './client-page.ts';
import type { World } from './world.ts';
import { urlOf, userOf } from './world.ts';
import { failed, json, success } from './xml.ts';

const apiPath = '/bigbluebutton/api';

/** Undefined for a path that bbb-web does not serve. */
export function answerApi(request: IncomingMessage, world: World): Reply | undefined {
  const { pathname } = urlOf(request);
  if (pathname === '/bigbluebutton/rtt-check') return roundTripCheck(world);
  if (pathname === apiPath || pathname === `${apiPath}/`) return discovery(world);
  if (pathname.startsWith('/html5client/')) return page(request, world);
  if (pathname === '/download') return download;
  if (pathname.startsWith('/granted/')) return granted(pathname, world);
  if (!pathname.startsWith(`${apiPath}/`)) return undefined;
  const call = pathname.slice(apiPath.length + 1);
  const reply = bySession[call]?.(request, world);
  return reply ? forSharedPage(reply, world) : bySecret(call, request, world);
}

/** Servers of a cluster allow cross-origin requests with cookies from the page that they share. */
function forSharedPage(reply: Reply, world: World): Reply {
  if (world.knobs().client === 'own') return reply;
  const headers = {
    'access-control-allow-origin': world.sharedBase(),
    'access-control-allow-credentials': 'true',
  };
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

function roundTripCheck({ knobs, clerk }: World): Reply {
  if (knobs().release === '2.7') return { status: 404, body: 'not found' };
  clerk.note('rtt-check');
  return { status: 200 };
}

function discovery({ knobs, base }: World): Reply {
  const websocketBase = base().replace('http', 'ws');
  const graphql = {
    graphqlWebsocketUrl: `${websocketBase}/graphql`,
    graphqlApiUrl: `${base()}/api/rest`,
  };
  // "2.0" is the version of the API, not of the release.
  return success({ version: '2.0', ...(knobs().release === '3.0' ? graphql : {}) });
}

const download: Reply = {
  headers: { 'content-disposition': 'attachment; filename="x.bin"' },
  body: 'not asked for',
};

/** The page reports what a window granted it and should not have. */
function granted(path: string, { clerk }: World): Reply {
  clerk.violation(path.slice(1));
  return { status: 204 };
}

function page(request: IncomingMessage, world: World): Reply {
  const user = userOf(request, world);
  if (user?.guestStatus === 'ALLOW') return clientPage(world.knobs().page, world.base());
  return { status: 302, headers: { location: '/?errors=[{"key":"missingSession"}]' } };
}

/** Calls that need only cookie and token. */
const bySession: Readonly<Record<string, (request: IncomingMessage, world: World) => Reply>> = {
  enter: (request, world) => {
    const user = userOf(request, world);
    if (!user) {
      const error = { returncode: 'FAILED', messageKey: 'missingSession', logoutURL: world.base() };
      return json({ response: error });
    }
    world.clerk.note('enter');
    const { meeting } = user;
    return json({
      response: {
        returncode: 'SUCCESS',
        fullname: user.name,
        confname: meeting.name,
        meetingID: meeting.internalId,
        externMeetingID: meeting.id,
        internalUserID: user.id,
        authToken: user.authToken,
        role: user.role,
        guestStatus: user.guestStatus,
        voicebridge: meeting.voiceBridge,
        mode: 'LIVE',
        isBreakout: false,
        logoutUrl: world.base(),
      },
    });
  },
  stuns: (request, world) => {
    const refused = {
      returncode: 'FAILED',
      message: 'Could not find conference.',
      logoutURL: world.base(),
    };
    const user = userOf(request, world);
    if (!user || world.knobs().fault === 'stuns-failed') return json(refused);
    world.clerk.note('stuns');
    const odd = { url: 'turn: turn.example:3478', username: '1:w', password: 'p', ttl: 60 };
    const isOdd = world.knobs().fault === 'stuns-odd';
    const turnServers = [...(isOdd ? [odd] : []), ...world.turnServers(user.id)];
    return json({ stunServers: [], turnServers, remoteIceCandidates: [] });
  },
  signOut: (request, world) => {
    const user = userOf(request, world);
    if (!user) return failed('missingSession', 'No session');
    world.clerk.note('signOut');
    world.rooms.leave(user);
    return success({});
  },
};

function bySecret(call: string, request: IncomingMessage, world: World): Reply {
  const run = calls[call];
  if (!run) return failed('unsupportedRequest', 'This request is not supported.');
  const rawQuery = (request.url ?? '').split('?')[1] ?? '';
  if (!isSigned(call, rawQuery, world)) return failed('checksumError', 'Checksums do not match');
  return run(urlOf(request).searchParams, world);
}
