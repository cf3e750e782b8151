/** From an open room page to a call that has let the guest in. */
import * as v from 'valibot';
import type { Failure } from '../../shared/echo/failure.ts';
import { failure } from '../../shared/echo/failure.ts';
import { bareHost, refuseForbiddenLiteral } from '../platform/net/addresses.ts';
import type { Asking } from './ask-page.ts';
import { askPage, evaluated } from './ask-page.ts';
import { EchoError } from './failed.ts';
import { signOut } from './leave.ts';
import { refusalIn, refusalOf } from './refusals.ts';
import type { RoomPage } from './room-page.ts';
import type { JoinHelp, JoinedRoom } from './rooms.ts';
import { pause } from './within.ts';
import { urlPart } from '../../shared/url-part.ts';

export const joinPath = '/bigbluebutton/api/join';
/** Between two looks at the page's address, in ms. */
const pollMs = 50;

const KeySchema = v.pipe(v.string(), v.maxLength(200));
const EnterSchema = v.object({
  response: v.object({
    returncode: v.string(),
    messageKey: v.optional(v.string(), ''),
    guestStatus: v.optional(v.string(), 'ALLOW'),
  }),
});

/** A balancer hands its guests over to one of its servers: to a signed link there, or to the call itself. */
const handsOver = (from: string) => (url: URL) =>
  isElsewhereAllowed(url, from) &&
  (url.pathname.endsWith(joinPath) || url.searchParams.has('sessionToken'));

/** To a web address, and never from https to http. */
export function isWebStep(url: URL, from: string): boolean {
  const isDowngrade = from.startsWith('https:') && url.protocol !== 'https:';
  return /^https?:$/.test(url.protocol) && !isDowngrade;
}

/** A step of the web, and not to an address that no server may send us to. */
function isElsewhereAllowed(url: URL, from: string): boolean {
  if (!isWebStep(url, from)) return false;
  if (url.host === new URL(from).host) return true;
  try {
    refuseForbiddenLiteral(bareHost(url.hostname), []);
    return true;
  } catch {
    return false;
  }
}

export function hasCall(page: RoomPage): boolean {
  return tokenIn(page.url()) !== undefined || refusalIn(page.url()) !== undefined;
}

/** Rejects with EchoError where the room gave something else than a link to a call. */
function checkedJoinUrl(given: string, from: string): URL {
  const bad = new EchoError(failure('bad-answer', 'join'));
  if (!URL.canParse(given)) throw bad;
  const url = new URL(given);
  if (!isElsewhereAllowed(url, from) || !url.pathname.endsWith(joinPath)) throw bad;
  return url;
}

/** Goes where a page goes; when it ends on the way, its last address may say why. Rejects with EchoError. */
export async function load(page: RoomPage, url: string): Promise<void> {
  try {
    await page.load(url, handsOver(url));
  } catch {
    throw new EchoError(refusalIn(page.url()) ?? (await endOf(page)));
  }
}

/** `from` is the address that gave the link. */
export async function joinByLink(
  asking: Asking,
  link: string,
  from: string,
  help: JoinHelp,
): Promise<JoinedRoom> {
  const url = checkedJoinUrl(link, from);
  help.onServer(url.origin);
  asking.page.allow(url.host);
  await load(asking.page, url.href);
  return arrived(asking, help, url.origin);
}

/** `told` is the server that the run knows of already. */
export async function arrived(asking: Asking, help: JoinHelp, told?: string): Promise<JoinedRoom> {
  const room = await arriveInCall(asking);
  const { origin } = new URL(room.stunsUrl);
  if (origin !== told) help.onServer(origin);
  return room;
}

async function endOf(page: RoomPage): Promise<Failure> {
  const end = await page.ended;
  return failure(end === 'left' ? 'left-the-room' : 'page-failed', 'join');
}

/** Waits until the page shows a call, and asks the server whether it is one for us. Rejects with EchoError. */
async function arriveInCall(asking: Asking): Promise<JoinedRoom> {
  const { page } = asking;
  const ended = endOf(page).then((why) => {
    throw new EchoError(refusalIn(page.url()) ?? why);
  });
  const token = await Promise.race([tokenOf(asking), ended]);
  try {
    const refusal = await Promise.race([refusalToEnter(asking, token), ended]);
    if (refusal) throw new EchoError(refusal);
  } catch (error) {
    await signOut(page, token);
    throw error;
  }
  const { origin, host } = new URL(page.url());
  const query = `sessionToken=${urlPart(token)}`;
  return {
    page,
    host,
    signallingUrl: `${origin.replace(/^http/, 'ws')}/bbb-webrtc-sfu?${query}`,
    stunsUrl: `${origin}/bigbluebutton/api/stuns?${query}`,
    leave: () => signOut(page, token),
  };
}

async function tokenOf(asking: Asking): Promise<string> {
  const { clock, page, signal } = asking;
  for (;;) {
    signal.throwIfAborted();
    const refusal = refusalIn(page.url());
    if (refusal) throw new EchoError(refusal);
    const token = tokenIn(page.url());
    if (token !== undefined) return token;
    if (URL.canParse(page.url()) && new URL(page.url()).pathname.endsWith(joinPath)) {
      // Some refusals are shown as they are, as XML.
      const key = await evaluated(asking, xmlKey, KeySchema);
      if (key !== '') throw new EchoError(refusalOf(key));
    }
    await pause(clock, pollMs, signal);
  }
}

const xmlKey = `String(document.querySelector('messageKey')?.textContent ?? '').slice(0, 200)`;

/** Undefined when nothing is known to be in the way. */
async function refusalToEnter(asking: Asking, token: string): Promise<Failure | undefined> {
  if (/guest-?wait/i.test(new URL(asking.page.url()).pathname)) return refusalOf('guestWait');
  const path = `/bigbluebutton/api/enter?sessionToken=${urlPart(token)}`;
  const { body } = await askPage(asking, { path }, EnterSchema);
  if (!body) return undefined;
  const { returncode, messageKey, guestStatus } = body.response;
  if (returncode !== 'SUCCESS') return refusalOf(messageKey);
  if (guestStatus === 'WAIT') return refusalOf('guestWait');
  return guestStatus === 'DENY' ? refusalOf('guestDeny') : undefined;
}

function tokenIn(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const token = new URL(address).searchParams.get('sessionToken');
  return token !== null && /^[\w-]{1,200}$/.test(token) ? token : undefined;
}
