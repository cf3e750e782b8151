/** Finds a room by its address, or a short link to it, and how to join it. */
import { failure } from '../../../shared/echo/failure.ts';
import { redirectCodes } from '../../../shared/net/redirects.ts';
import type { Clock } from '../../platform/clock.ts';
import { bareHost, refuseForbiddenLiteral } from '../../platform/net/addresses.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Net } from '../../platform/net/index.ts';
import { createApiRoom } from './api.ts';
import type { Asking } from './ask-page.ts';
import { EchoError } from './failed.ts';
import { fillGreenlight2 } from './greenlight-2.ts';
import { askGreenlight3 } from './greenlight-3.ts';
import { arrived, hasCall, isJoinLink, isWebStep, joinByLink, load } from './join.ts';
import type { FindRoom, FoundRoom, Guest, JoinHelp, JoinedRoom } from './rooms.ts';

export type RoomDeps = Readonly<{ clock: Clock; net: Net }>;

/** `below`: the path prefix of Greenlight, such as `/gl`; mostly empty. */
type Greenlight = Readonly<{
  is: 'greenlight-3' | 'greenlight-2';
  below: string;
  roomId: string;
}>;
type Kind = Greenlight | 'link';

const redirectLimit = 5;
const phaseMs = 3000;

export function createFindRoom(deps: RoomDeps): FindRoom {
  return async (target, signal) =>
    target.kind === 'api' ? createApiRoom(deps, target) : follow(deps, target.address, signal);
}

/** Follows redirects manually: only the page may request a signed link, since that joins the room. */
async function follow(deps: RoomDeps, given: string, signal: AbortSignal): Promise<FoundRoom> {
  const seen = new Set<string>();
  let url = webAddress(given);
  for (let hop = 0; ; hop += 1) {
    if (seen.has(url.href) || hop > redirectLimit) {
      throw new EchoError(failure('too-many-redirects', 'find'));
    }
    seen.add(url.href);
    // Only the address in the document may be a signed link.
    if (hop > 0) refuseForbidden(url);
    const kind = kindOf(url);
    const next = kind === 'link' ? undefined : await nextOf(deps.net, url, signal);
    if (next) url = next;
    else if (kind) return found(deps, url, kind);
    else throw new EchoError(failure('not-a-room', 'find', { host: url.host.slice(0, 200) }));
  }
}

function webAddress(given: string): URL {
  if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return guestsPage(given);
  throw new EchoError(failure('address-invalid', 'find'));
}

/** Adds `/join`: without it, a room's page is for signed-in users. */
function guestsPage(address: string): URL {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/(\/rooms\/[\w-]{3,64})\/?$/, '$1/join');
  return url;
}

function unreachable(url: URL, reason: string): EchoError {
  return new EchoError(failure('unreachable', 'find', { host: url.host.slice(0, 200), reason }));
}

function refuseForbidden(url: URL): void {
  try {
    refuseForbiddenLiteral(bareHost(url.hostname), []);
  } catch {
    throw unreachable(url, 'address-forbidden');
  }
}

/** The redirect's target; undefined if there is none. */
async function nextOf(net: Net, url: URL, signal: AbortSignal): Promise<URL | undefined> {
  const refuse = (reason: string) => unreachable(url, reason);
  try {
    const { status, headers } = await net.request({
      url: url.href,
      signal,
      phaseMs,
      bodyBytes: 0,
      redirects: 0,
      trust: 'system',
    });
    if (status === 404 || status === 410) throw new EchoError(failure('not-found', 'find'));
    if (status >= 500) throw refuse('status');
    if (!redirectCodes.has(status) || !headers.location) return undefined;
    if (!URL.canParse(headers.location, url.href)) throw refuse('redirect-refused');
    const next = guestsPage(new URL(headers.location, url).href);
    if (!isWebStep(next, url.href)) throw refuse('redirect-refused');
    return next;
  } catch (error) {
    throw error instanceof NetError ? refuse(error.reason.code) : error;
  }
}

function kindOf(url: URL): Kind | undefined {
  if (isJoinLink(url)) return 'link';
  const { pathname } = url;
  const third = /^(.*)\/rooms\/([\w-]{3,64})\/join\/?$/.exec(pathname);
  if (third?.[2]) return { is: 'greenlight-3', below: third[1] ?? '', roomId: third[2] };
  const second = /^(.*)\/b\/([\w-]{3,64})\/?$/.exec(pathname);
  return second?.[2]
    ? { is: 'greenlight-2', below: second[1] ?? '', roomId: second[2] }
    : undefined;
}

function found({ clock }: RoomDeps, url: URL, kind: Kind): FoundRoom {
  return {
    address: url.href,
    host: url.host,
    join: async (guest, help) => {
      const asking = { clock, page: help.open(url.host), signal: help.signal };
      if (kind === 'link') return joinByLink(asking, url.href, url.href, help);
      await load(asking.page, url.href);
      if (kind.is === 'greenlight-2') {
        const ways = await fillGreenlight2(asking, guest, () => hasCall(asking.page));
        if (ways === 'joined') return arrived(asking, help);
      }
      return joinGreenlight3(asking, kind, guest, help);
    },
  };
}

async function joinGreenlight3(
  asking: Asking,
  room: Greenlight,
  guest: Guest,
  help: JoinHelp,
): Promise<JoinedRoom> {
  const from = asking.page.url();
  return joinByLink(asking, await askGreenlight3(asking, room, guest), from, help);
}
