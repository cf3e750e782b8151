import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bbb, RoomState } from '../../servers/bbb/index.ts';
import { signedUrl, startBbb } from '../../servers/bbb/index.ts';
import { algorithms, checksumOf } from '../../servers/bbb/checksum.ts';
import { defaultKnobs } from '../../servers/bbb/knobs.ts';
import { enter, follow, knock } from './guest.ts';

let bbb: Bbb;
beforeAll(async () => {
  bbb = await startBbb({ enteredUsersTimeoutMs: 1000 });
});
beforeEach(() => bbb.turn(defaultKnobs));
afterAll(() => bbb.stop());

const text = async (url: string) => (await fetch(url)).text();
const ask = (call: string, parameters: Record<string, string> = {}, secret = bbb.secret) =>
  text(signedUrl(bbb.apiUrl, call, parameters, secret));
const keyIn = (xml: string) => /<messageKey>(\w+)</.exec(xml)?.[1];

describe('the API', () => {
  test('says its own version, and where GraphQL is only from 3.0 on', async () => {
    expect(await text(`${bbb.apiUrl}/bigbluebutton/api`)).toMatch(/2\.0.*graphqlWebsocketUrl/);
    bbb.turn({ release: '2.7' });
    expect(await text(`${bbb.apiUrl}/bigbluebutton/api`)).not.toContain('graphql');
  });

  test('has the address for round trips only from 3.0 on', async () => {
    const check = async () => {
      const answer = await fetch(`${bbb.url}/bigbluebutton/rtt-check`);
      return [answer.status, await answer.text()];
    };
    expect(await check()).toEqual([200, '']);
    bbb.turn({ release: '2.7' });
    expect((await check())[0]).toBe(404);
  });

  // From the API's documentation: call name, query and secret, concatenated.
  test('signs as the documentation does in its example', () => {
    const query = 'name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444';
    expect(checksumOf('sha1', 'create', query, '639259d4-9dd8-4b25-bf01-95f9567eaf4b')).toBe(
      '1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17',
    );
  });

  test.each(algorithms)('takes a checksum by %s', async (algorithm) => {
    const query = `meetingID=none&b=%C3%A9+%20`;
    const sum = checksumOf(algorithm, 'isMeetingRunning', query, bbb.secret);
    const at = `${bbb.apiUrl}/bigbluebutton/api/isMeetingRunning`;
    expect(await text(`${at}?${query}&checksum=${sum}`)).toContain('<running>false');
    expect(keyIn(await text(`${at}?b=%C3%A9+%20&meetingID=none&checksum=${sum}`))).toBe(
      'checksumError',
    );
  });

  test('refuses an algorithm that its administrator dropped', async () => {
    const strict = await startBbb({ supportedChecksumAlgorithms: ['sha512'] });
    const url = signedUrl(strict.apiUrl, 'getMeetings', {}, strict.secret);
    expect(keyIn(await text(url))).toBe('checksumError');
    await strict.stop();
  });

  test('makes a meeting once, and ends it', async () => {
    const meetingID = 'throw-away';
    const before = bbb.ledger.meetings();
    expect(await ask('create', { meetingID, name: 'Echo' })).toContain('SUCCESS');
    expect(keyIn(await ask('create', { meetingID, name: 'Echo' }))).toBe('duplicateWarning');
    expect(keyIn(await ask('create', { meetingID, name: 'Echo', moderatorPW: 'other' }))).toBe(
      'idNotUnique',
    );
    const joined = await ask('join', {
      meetingID,
      fullName: 'Ada',
      role: 'VIEWER',
      redirect: 'false',
    });
    expect(keyIn(joined)).toBe('successfullyJoined');
    expect(await ask('getMeetingInfo', { meetingID })).toContain('<meetingName>Echo<');
    expect(keyIn(await ask('end', { meetingID }))).toBe('sentEndMeetingRequest');
    expect(bbb.ledger.meetings()).toBe(before);
    expect(keyIn(await ask('getMeetingInfo', { meetingID }))).toBe('notFound');
    expect(keyIn(await ask('getMeetings', {}, 'wrong'))).toBe('checksumError');
  });
});

describe('a session', () => {
  test('needs its cookie and its token together', async () => {
    const guest = await enter(bbb);
    const stuns = async (cookie?: string) =>
      (await guest.get('/bigbluebutton/api/stuns', cookie)).text();
    expect(await stuns()).toContain('turnServers');
    expect(await stuns('JSESSIONID=0')).toContain('Could not find conference.');
    expect(await (await guest.get('/bigbluebutton/api/enter')).text()).toContain('voicebridge');
    expect(await (await guest.get('/bigbluebutton/api/enter', '')).text()).toContain(
      'missingSession',
    );
    await guest.leave();
    expect(await stuns()).toContain('FAILED');
    expect(bbb.ledger.guests()).toEqual([]);
  });

  test('is dropped when its guest never arrives', async () => {
    await enter(bbb);
    expect(bbb.ledger.guests()).toEqual(['Ada']);
    await expect.poll(() => bbb.ledger.guests(), { timeout: 3000 }).toEqual([]);
  });

  test('serves the page of the client, which joins later', async () => {
    const guest = await enter(bbb);
    const page = await guest.get('/html5client/');
    expect(await page.text()).toContain('userJoinMeeting');
    expect((await guest.get('/html5client/', '')).status).toBe(302);
    await guest.leave();
  });
});

describe('a room refuses', () => {
  const doors: readonly (readonly [RoomState, object])[] = [
    ['sign-in', { status: 401 }],
    ['access-code', { status: 403 }],
    ['not-started', { status: 200, started: false }],
    ['not-found', { status: 404 }],
  ];
  test.each(doors)('at its door: %s', async (room, door) => {
    bbb.turn({ room });
    const answer = await knock(bbb);
    expect(answer).toMatchObject(door);
    expect(answer.joinUrl).toBeUndefined();
  });

  const refusals: readonly (readonly [RoomState, string])[] = [
    ['full', 'maxParticipantsReached'],
    ['ended', 'meetingForciblyEnded'],
    ['guest-denied', 'guestDeniedAccess'],
    ['ask-moderator', '/guestWait'],
  ];
  test.each(refusals)('at the API: %s', async (room, sign) => {
    bbb.turn({ room });
    const { joinUrl } = await knock(bbb);
    const { guest, location } = await follow(joinUrl ?? '');
    expect(guest).toBeUndefined();
    expect(location).toContain(sign);
  });

  test('all but those who know its code', async () => {
    bbb.turn({ room: 'access-code' });
    expect((await knock(bbb, bbb.accessCode)).joinUrl).toContain('/api/join?');
  });

  test('to answer whoever has no token of its page, or does not ask for JSON', async () => {
    const status = bbb.roomUrl
      .replace('/rooms/', '/api/v1/meetings/')
      .replace('/join', '/status.json');
    const html = async (headers: Record<string, string>) =>
      (await (await fetch(status, { method: 'POST', headers })).text()).startsWith('<!doctype');
    expect(await html({ accept: 'application/json', 'x-csrf-token': 'guessed' })).toBe(true);
    expect(await html({})).toBe(true);
  });
});

describe('other doors', () => {
  test('Greenlight 2 has a form, with a token of its own', async () => {
    const page = await fetch(bbb.roomV2Url);
    const authenticity = /authenticity_token" value="(\w+)"/.exec(await page.text())?.[1] ?? '';
    const post = (token: string) =>
      fetch(bbb.roomV2Url, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: page.headers.get('set-cookie')?.split(';')[0] ?? '' },
        body: new URLSearchParams({
          authenticity_token: token,
          '/b/ech-o7t-est[join_name]': 'Ada',
        }),
      });
    expect((await post('guessed')).status).toBe(422);
    expect((await post(authenticity)).headers.get('location')).toContain('/api/join?');
  });

  test('a short link leads to the room, or for ever on', async () => {
    expect((await fetch(bbb.shortlink(3))).url).toBe(bbb.roomUrl);
    await expect(fetch(bbb.shortlink(Infinity))).rejects.toThrow('fetch failed');
  });

  test('the network is felt by HTTP too, the application only by its API', async () => {
    const took = async (path: string) => {
      const startMs = performance.now();
      await (await fetch(`${bbb.url}${path}`)).text();
      return performance.now() - startMs;
    };
    bbb.turn({ network: { roundTripMs: 120 }, echo: { apiDelayMs: 150 } });
    await took('/bigbluebutton/rtt-check');
    const checkMs = await took('/bigbluebutton/rtt-check');
    expect(checkMs).toBeGreaterThanOrEqual(119);
    expect(checkMs).toBeLessThan(200);
    expect(await took('/bigbluebutton/api')).toBeGreaterThanOrEqual(268);
  });
});
