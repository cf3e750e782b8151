/** Joins a call from an open room page. */
import * as v from 'valibot';
import type { Failure } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import { bareHost, refuseForbiddenLiteral } from '../../platform/net/addresses.ts';
import type { Asking } from './ask-page.ts';
import { askPage, evaluated } from './ask-page.ts';
import { EchoError, failureOfEnd } from './failed.ts';
import { signOut } from './leave.ts';
import { refusalOf, refusalOnWay } from './refusals.ts';
import type { RoomPage } from './room-page.ts';
import type { JoinHelp, JoinedRoom } from './rooms.ts';
import { pause } from './timeout.ts';
import { urlPart } from '../../../shared/net/url-part.ts';

const apiPath = '/bigbluebutton/api';
const joinPath = `${apiPath}/join`;
const pollMs = 50;

const KeySchema = v.pipe(v.string(), v.maxLength(200));
const EnterSchema = v.object({
  response: v.object({
    returncode: v.string(),
    messageKey: v.optional(v.string(), ''),
    guestStatus: v.optional(v.string(), 'ALLOW'),
  }),
});

/** A link signed with a server's secret: requesting it joins the meeting. */
export function isJoinLink({ pathname }: URL): boolean {
  return pathname.endsWith(joinPath);
}

/** A load balancer redirects guests to one of its servers: to a signed link there, or to the call itself. */
const handsOver = (from: string) => (url: URL) =>
  isElsewhereAllowed(url, from) && (isJoinLink(url) || url.searchParams.has('sessionToken'));

/** Allows only web addresses, and never a step from https to http. */
export function isWebStep(url: URL, from: string): boolean {
  const isDowngrade = from.startsWith('https:') && url.protocol !== 'https:';
  return /^https?:$/.test(url.protocol) && !isDowngrade;
}

/** Also forbids hosts that are addresses no server may send us to. */
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
  return tokenIn(page.url()) !== undefined || refusalOnWay(page) !== undefined;
}

/** Throws EchoError unless it is an allowed link to a call. */
function checkedJoinUrl(given: string, from: string): URL {
  const bad = new EchoError(failure('bad-answer', 'join'));
  if (!URL.canParse(given)) throw bad;
  const url = new URL(given);
  if (!isElsewhereAllowed(url, from) || !isJoinLink(url)) throw bad;
  return url;
}

/** Loads a page; if it fails, the redirects may tell the reason. Rejects with EchoError. */
export async function load(page: RoomPage, url: string): Promise<void> {
  try {
    await page.load(url, handsOver(url));
  } catch {
    throw new EchoError(refusalOnWay(page) ?? (await endOf(page)));
  }
}

/** `from`: the address that issued the link. */
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
  return arrived(asking, help, url);
}

/** `link`: the signed link that was requested, whose server the run already knows. */
export async function arrived(asking: Asking, help: JoinHelp, link?: URL): Promise<JoinedRoom> {
  const room = await arriveInCall(asking, link);
  const { origin } = new URL(room.stunsUrl);
  if (origin !== link?.origin) help.onServer(origin);
  return room;
}

function forbidden(page: RoomPage): Failure {
  const host = URL.canParse(page.url()) ? new URL(page.url()).host.slice(0, 200) : '';
  return failure('unreachable', 'join', { host, reason: 'address-forbidden' });
}

async function endOf(page: RoomPage): Promise<Failure> {
  const end = await page.ended;
  if (end === 'address-forbidden') return forbidden(page);
  return failureOfEnd(end, 'join');
}

/** Waits until the page shows a call, and asks the server whether the guest is in it. Rejects with EchoError. */
async function arriveInCall(asking: Asking, link: URL | undefined): Promise<JoinedRoom> {
  const { page } = asking;
  const ended = endOf(page).then((why) => {
    throw new EchoError(refusalOnWay(page) ?? why);
  });
  const token = await Promise.race([tokenOf(asking), ended]);
  const apis = apisOf(page, link);
  const { api, refusal } = await Promise.race([enter(asking, apis, token), ended]).catch(
    async (error: unknown) => {
      await Promise.all(apis.map((one) => signOut(page, one, token)));
      throw error;
    },
  );
  if (refusal) {
    await signOut(page, api, token);
    throw new EchoError(refusal);
  }
  const { origin, host } = new URL(api);
  const query = `sessionToken=${urlPart(token)}`;
  return {
    page,
    host,
    signallingUrl: `${origin.replace(/^http/, 'ws')}/bbb-webrtc-sfu?${query}`,
    stunsUrl: `${api}/stuns?${query}`,
    leave: () => signOut(page, api, token),
  };
}

/**
 * Where the call's API may be, likeliest first. In a cluster, the client's page comes from a shared server, below a
 * prefix, and only the server that signed the link knows the session.
 */
function apisOf(page: RoomPage, link: URL | undefined): readonly string[] {
  const onWay = page.way().flatMap((one) => (URL.canParse(one) ? [new URL(one)] : []));
  const signed = onWay.findLast(isJoinLink) ?? link;
  const own = `${new URL(page.url()).origin}${apiPath}`;
  if (!signed) return [own];
  const api = `${signed.origin}${signed.pathname.slice(0, -'/join'.length)}`;
  return [...new Set([api, own])];
}

async function tokenOf(asking: Asking): Promise<string> {
  const { clock, page, signal } = asking;
  for (;;) {
    signal.throwIfAborted();
    const token = tokenIn(page.url());
    if (token !== undefined) return token;
    const refusal = refusalOnWay(page);
    if (refusal) throw new EchoError(refusal);
    if (URL.canParse(page.url()) && isJoinLink(new URL(page.url()))) {
      // Some refusals are displayed as raw XML.
      const key = await evaluated(asking, xmlKey, KeySchema);
      if (key !== '') throw new EchoError(refusalOf(key));
    }
    await pause(clock, pollMs, signal);
  }
}

const xmlKey = `String(document.querySelector('messageKey')?.textContent ?? '').slice(0, 200)`;

type Entry = Readonly<{ api: string; refusal: Failure | undefined }>;

/** Asks one API after the other. `refusal` is undefined unless all refuse. */
async function enter(asking: Asking, apis: readonly string[], token: string): Promise<Entry> {
  const [likeliest = ''] = apis;
  if (/guest-?wait/i.test(new URL(asking.page.url()).pathname)) {
    return { api: likeliest, refusal: refusalOf('guestWait') };
  }
  let refused: Entry | undefined;
  for (const api of apis) {
    const path = `${api}/enter?sessionToken=${urlPart(token)}`;
    const asked = askPage(asking, { path }, EnterSchema);
    // A server that blocks the request by CORS does not host the call; the last one has to answer.
    const answer = api === apis.at(-1) ? await asked : await asked.catch(() => undefined);
    if (!answer?.body) continue;
    const refusal = refusalToEnter(answer.body);
    if (!refusal) return { api, refusal };
    refused ??= { api, refusal };
  }
  return refused ?? { api: likeliest, refusal: undefined };
}

function refusalToEnter({ response }: v.InferOutput<typeof EnterSchema>): Failure | undefined {
  const { returncode, messageKey, guestStatus } = response;
  if (returncode !== 'SUCCESS') return refusalOf(messageKey);
  if (guestStatus === 'WAIT') return refusalOf('guestWait');
  return guestStatus === 'DENY' ? refusalOf('guestDeny') : undefined;
}

function tokenIn(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const token = new URL(address).searchParams.get('sessionToken');
  return token !== null && /^[\w-]{1,200}$/.test(token) ? token : undefined;
}
