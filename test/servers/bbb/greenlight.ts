/** Greenlight's pages for a guest: version 3, an app with its own API, and version 2, a form. */
import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import type { Reply } from '../http.ts';
import { checksumOf } from './checksum.ts';
import { token } from './rooms.ts';
import type { World } from './world.ts';
import { cookieOf, roomId, roomMeeting, roomName, urlOf } from './world.ts';
import { json } from './xml.ts';

export type Greenlight = Readonly<{
  /** Undefined for a path that Greenlight does not serve. `body` is that of a POST. */
  answer: (request: IncomingMessage, body: string) => Reply | undefined;
}>;

export const roomPath = `/rooms/${roomId}/join`;
export const roomV2Path = '/b/ech-o7t-est';
const sessionCookie = '_greenlight_session';

export function createGreenlight(world: World): Greenlight {
  /** CSRF tokens by session. */
  const sessions = new Map<string, string>();
  const page = (write: (csrf: string) => string): Reply => {
    const session = token(32);
    const csrf = token(43);
    sessions.set(session, csrf);
    return html(write(csrf), { 'set-cookie': `${sessionCookie}=${session}; Path=/; HttpOnly` });
  };
  const isGenuine = (request: IncomingMessage, csrf: string | undefined) =>
    csrf !== undefined && sessions.get(cookieOf(request, sessionCookie) ?? '') === csrf;

  const status = (request: IncomingMessage, body: string): Reply => {
    const csrf = request.headers['x-csrf-token'];
    if (!isGenuine(request, typeof csrf === 'string' ? csrf : undefined)) return appPage('');
    const asked = parsed(body);
    const refusal = refusalOf(world, asked['access_code']);
    if (refusal) return errors(refusal);
    if (world.knobs().room === 'not-started') return json({ data: { status: false } });
    return json({ data: { status: true, joinUrl: joinUrl(world, asked['name'] ?? '') } });
  };
  const start = (request: IncomingMessage, body: string): Reply => {
    const form = new URLSearchParams(body);
    if (!isGenuine(request, form.get('authenticity_token') ?? undefined)) {
      return { status: 422, body: 'The change you wanted was rejected.' };
    }
    const { room } = world.knobs();
    if (room === 'not-started') return html("The meeting hasn't started yet.");
    return {
      status: 302,
      headers: { location: joinUrl(world, form.get('/b/ech-o7t-est[join_name]') ?? '') },
    };
  };

  return {
    answer: (request, body) => {
      const { pathname } = urlOf(request);
      const { room } = world.knobs();
      const leadsOn = world.knobs().home === 'leads-on';
      if (pathname === '/' && leadsOn) return { status: 307, headers: { location: '/b' } };
      if (pathname === '/' || pathname === '/b') return html('<h1>Greenlight</h1>');
      if (pathname === roomPath) return page((csrf) => v3Page(csrf));
      if (pathname === roomV2Path) {
        if (room === 'not-found') return { ...html('<h1>Not found</h1>'), status: 404 };
        if (request.method === 'POST') return start(request, body);
        return page((csrf) => (room === 'sign-in' ? signInPage : v2Page(csrf)));
      }
      if (!pathname.startsWith('/api/v1/')) return undefined;
      // Requests that do not accept JSON get the app, which renders in the browser.
      if (!/application\/json/.test(request.headers.accept ?? '')) return appPage('');
      if (room === 'not-found' || !pathname.includes(`/${roomId}`))
        return errors([404, 'RecordNotFound']);
      if (pathname.endsWith('/public.json')) return json({ data: publicRoom(world) });
      if (pathname.endsWith('/status.json') && request.method === 'POST') {
        return status(request, body);
      }
      return errors([404, 'RecordNotFound']);
    },
  };
}

function publicRoom({ knobs }: World): object {
  return {
    name: roomName,
    recording_consent: 'false',
    require_authentication: String(knobs().room === 'sign-in'),
    viewer_access_code: String(knobs().room === 'access-code'),
    moderator_access_code: 'false',
    anyone_join_as_moderator: 'false',
    friendly_id: roomId,
    owner_name: 'Infrastructure',
    owner_id: 'a1',
    shared_user_ids: [],
  };
}

function refusalOf(
  { knobs, accessCode }: World,
  given: string | undefined,
): readonly [status: number, error: string] | undefined {
  const { room } = knobs();
  if (room === 'sign-in') return [401, 'RoomUnauthenticated'];
  if (room === 'access-code' && given !== accessCode) return [403, 'InvalidAccessCode'];
  return undefined;
}

function errors([status, error]: readonly [number, string]): Reply {
  return { ...json({ data: [], errors: error }), status };
}

/** Signed by Greenlight, which has the secret. */
function joinUrl(world: World, name: string): string {
  const meeting = roomMeeting(world);
  const query = new URLSearchParams({
    createTime: String(meeting.createdUtcMs),
    fullName: name,
    meetingID: meeting.id,
    role: 'VIEWER',
    ...(world.knobs().room === 'ask-moderator' ? { guest: 'true' } : {}),
  }).toString();
  const checksum = checksumOf('sha1', 'join', query, world.secret);
  return `${world.base()}/bigbluebutton/api/join?${query}&checksum=${checksum}`;
}

function html(body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const page = body.startsWith('<!doctype')
    ? body
    : `<!doctype html><title>Greenlight</title>${body}`;
  return { headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: page };
}

function appPage(csrf: string): Reply {
  return html(v3Page(csrf));
}

/** An empty page that fetches the room and shows a form; a person can use it too. */
function v3Page(csrf: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>BigBlueButton</title>
<meta name="csrf-param" content="authenticity_token"><meta name="csrf-token" content="${csrf}"></head>
<body><div id="root"><h1>Echo test</h1><form id="join"><label>Name <input name="name" required></label>
<label>Access code <input name="access_code"></label><button>Join</button></form><p id="said"></p></div>
<script>
document.getElementById('join').addEventListener('submit', async (event) => {
  event.preventDefault();
  const answer = await fetch('/api/v1/meetings/${roomId}/status.json', {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-csrf-token': document.querySelector('meta[name=csrf-token]').content },
    body: JSON.stringify(Object.fromEntries(new FormData(event.target))),
  });
  const { data } = await answer.json();
  if (data.joinUrl) location.href = data.joinUrl;
  else document.getElementById('said').textContent = answer.ok ? 'The meeting has not started yet.' : 'No entry.';
});
</script></body></html>`;
}

function v2Page(csrf: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Greenlight</title></head>
<body><h1>Echo test</h1>
<form class="join-form" action="${roomV2Path}" accept-charset="UTF-8" method="post">
<input type="hidden" name="authenticity_token" value="${csrf}">
<input required placeholder="Enter your name" type="text" name="/b/ech-o7t-est[join_name]" id="_b_ech-o7t-est_join_name">
<button type="submit" id="room-join">Join</button></form></body></html>`;
}

const signInPage = `<!doctype html><title>Greenlight</title><body><h1>You must be signed in to join this room.</h1><a href="/signin">Sign in</a></body>`;

function parsed(body: string): Readonly<Record<string, string>> {
  try {
    return v.parse(v.record(v.string(), v.string()), JSON.parse(body));
  } catch {
    return {};
  }
}
