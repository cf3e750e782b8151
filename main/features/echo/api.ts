/**
 * A room of our own for the duration of a test, created with the server's shared secret. The secret never leaves this
 * file: it signs the URLs here, and errors carry only the server's message key.
 */
import { createHash, randomUUID } from 'node:crypto';
import { failure } from '../../../shared/echo/failure.ts';
import type { Clock } from '../../platform/clock.ts';
import { NetError } from '../../platform/net/error.ts';
import type { Net } from '../../platform/net/index.ts';
import { EchoError } from './failed.ts';
import { readResponse } from './flat-xml.ts';
import { joinByLink } from './join.ts';
import type { FoundRoom, Target } from './rooms.ts';

type ApiTarget = Extract<Target, Readonly<{ kind: 'api' }>>;
type Query = Readonly<Record<string, string>>;
type Sign = (call: string, query: Query) => string;

/** In order of preference: an administrator may have disabled any of the four. */
const algorithms = ['sha256', 'sha512', 'sha384', 'sha1'] as const;
const bodyBytes = 64 * 1024;
const phaseMs = 3000;
/** For ending the meeting, even after the run was stopped. */
const endTimeoutMs = 1500;

export function createApiRoom(
  { clock, net }: Readonly<{ clock: Clock; net: Net }>,
  target: ApiTarget,
): FoundRoom {
  const base = baseOf(target.address);
  const { host, origin } = new URL(base);
  return {
    address: origin,
    host,
    join: async (guest, help) => {
      const meeting = newMeeting();
      let sign = signer(base, target.secret, algorithms[0]);
      const end = async () => {
        const { meetingID, moderatorPW: password } = meeting;
        // If this fails, the empty meeting ends by itself after a few minutes.
        await call(
          net,
          sign('end', { meetingID, password }),
          AbortSignal.timeout(endTimeoutMs),
        ).catch(() => undefined);
      };
      help.onServer(origin);
      try {
        sign = await create(net, base, target.secret, meeting, help.signal);
        const asking = { clock, page: help.open(host), signal: help.signal };
        const link = sign('join', {
          fullName: guest.name,
          meetingID: meeting.meetingID,
          role: 'VIEWER',
          'userdata-bbb_skip_check_audio': 'true',
          'userdata-bbb_auto_join_audio': 'false',
        });
        const room = await joinByLink(asking, link, base, help);
        return { ...room, leave: () => Promise.all([room.leave(), end()]).then(() => undefined) };
      } catch (error) {
        await end();
        throw error;
      }
    },
  };
}

/** Names its purpose for the server's administrator, and expires after a few minutes if ending it fails. */
function newMeeting() {
  return {
    name: 'Coop Tray echo test',
    meetingID: `coop-tray-echo-${randomUUID()}`,
    moderatorPW: randomUUID(),
    attendeePW: randomUUID(),
    record: 'false',
    guestPolicy: 'ALWAYS_ACCEPT',
    duration: '5',
    meetingExpireIfNoUserJoinedInMinutes: '1',
    meetingExpireWhenLastUserLeftInMinutes: '1',
    // LiveKit, the default of some servers, has no echo.
    audioBridge: 'bbb-webrtc-sfu',
    'meta_coop-tray': 'echo-test',
  };
}

/** Resolves to the signature that the server accepted. */
async function create(
  net: Net,
  base: string,
  secret: string,
  meeting: Query,
  signal: AbortSignal,
): Promise<Sign> {
  for (const algorithm of algorithms) {
    const sign = signer(base, secret, algorithm);
    const key = await call(net, sign('create', meeting), signal);
    if (key === undefined) return sign;
    if (key !== 'checksumError') throw new EchoError(failure('api-refused', 'join', { key }));
  }
  throw new EchoError(failure('secret-wrong', 'join'));
}

/** Resolves to the message key of a refusal. Rejects with EchoError. */
async function call(net: Net, url: string, signal: AbortSignal): Promise<string | undefined> {
  const options = { signal, phaseMs, bodyBytes, redirects: 0, trust: 'system' } as const;
  const { host } = new URL(url);
  const unreachable = (reason: string) =>
    new EchoError(failure('unreachable', 'join', { host: host.slice(0, 200), reason }));
  const { status, body } = await net.request({ url, ...options }).catch((error: unknown) => {
    throw error instanceof NetError ? unreachable(error.reason.code) : error;
  });
  const answer = readResponse(body);
  const code = answer?.get('returncode');
  if (code === 'SUCCESS') return undefined;
  if (code === 'FAILED') return (answer?.get('messageKey') ?? '').slice(0, 60);
  if (status !== 200) throw unreachable('status');
  throw new EchoError(failure('bad-answer', 'join'));
}

/** The query is hashed exactly as it is sent. */
function signer(base: string, secret: string, algorithm: (typeof algorithms)[number]): Sign {
  return (call, parameters) => {
    const query = new URLSearchParams(parameters).toString();
    const checksum = createHash(algorithm).update(`${call}${query}${secret}`).digest('hex');
    return `${base}/${call}?${query}&checksum=${checksum}`;
  };
}

/** Accepts the server's URL with or without `/bigbluebutton` and `/api`. */
function baseOf(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/\/+$/, '').replace(/\/bigbluebutton(\/api)?$/, '')}/bigbluebutton/api`;
}
