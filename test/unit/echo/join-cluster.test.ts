/** Which server a call is with, and where a URL that looks like a room leads. */
import { describe, expect, test } from 'vitest';
import type { JoinedRoom } from '../../../main/features/echo/rooms.ts';
import { address, call, entered, join, json, link, linkTo, open } from './room-page.ts';

describe('a cluster, whose page comes from a server that all of it shares', () => {
  const shared = 'https://calls.example/bbb-01/html5client/?sessionToken=abc123';
  const signed = 'https://bbb-01.example/bigbluebutton/api/join?checksum=1';
  const second = 'https://bbb-02.example/bigbluebutton/api/join?checksum=1';
  const session = { response: { returncode: 'FAILED', messageKey: 'missingSession' } };
  const none = { status: 404, body: '<html>' };

  test.each([
    [
      'the server that signed the link',
      [json({ response: { returncode: 'SUCCESS' } })],
      [shared],
      'bbb-01.example',
    ],
    ['the server that a balancer handed over to', [entered], [second, shared], 'bbb-02.example'],
    ['the page’s own, when the signer knows no call', [none, entered], [shared], 'calls.example'],
    [
      'the page’s own, when the signer knows no such guest',
      [json(session), entered],
      [shared],
      'calls.example',
    ],
    [
      'the page’s own, when the signer lets nobody ask',
      [new Error('CORS'), entered],
      [shared],
      'calls.example',
    ],
    ['the signer, when nobody says anything', [none, none], [shared], 'bbb-01.example'],
  ] as const)('the call is with %s', async (_who, answers, way, host) => {
    const { outcome, asked } = await join({
      answers: [open, linkTo(signed), ...answers],
      places: [address, way],
    });
    expect(outcome).toMatchObject({
      host,
      signallingUrl: `wss://${host}/bbb-webrtc-sfu?sessionToken=abc123`,
      stunsUrl: `https://${host}/bigbluebutton/api/stuns?sessionToken=abc123`,
    });
    await (outcome as JoinedRoom).leave();
    expect(asked.at(-1)).toContain(
      `"https://${host}/bigbluebutton/api/signOut?sessionToken=abc123"`,
    );
  });

  test('a guest whom nobody knows is signed out where the first refused', async () => {
    const { outcome, asked } = await join({
      answers: [open, linkTo(signed), json(session), json(session)],
      places: [address, shared],
    });
    expect(outcome).toBe('api-refused');
    expect(asked.at(-1)).toContain('"https://bbb-01.example/bigbluebutton/api/signOut');
  });
});

describe('what stands below an address that looks like a room', () => {
  const lost = { data: [], errors: 'RecordNotFound' };
  const look = async (place: string, answers: readonly unknown[]) => {
    const { outcome, asked } = await join({ answers, places: [place] }, place);
    return { outcome, asked: /fetch\("([^"]*)"/.exec(asked.at(-1) ?? '')?.[1] };
  };

  test.each([
    ['/apps/bbb/b/Tk3nAbcd', ['other', { status: 404, body: '<html>' }], 'not-a-room'],
    ['/apps/bbb/b/Tk3nAbcd', ['other', json({ message: 'no' }, 404)], 'not-a-room'],
    ['/index.php/apps/bbb/b/Tk3nAbcd', ['other', { status: 200, body: '<html>' }], 'not-a-room'],
    ['/hotel/rooms/abc-def-ghi/join', [json({}, 403)], 'not-a-room'],
    ['/hotel/rooms/abc-def-ghi/join', [json([], 404)], 'not-a-room'],
    ['/rooms/abc-def-ghi/join', [json(lost, 404)], 'not-found'],
    ['/gl/rooms/abc-def-ghi/join', [json(lost, 404)], 'not-found'],
    ['/gl/rooms/abc-def-ghi/join', [json({ data: {}, errors: 'x' }, 403)], 'access-code-required'],
    ['/gl/rooms/abc-def-ghi/join', [{ status: 401, body: '' }], 'sign-in-required'],
    ['/gl/rooms/abc-def-ghi/join', [{ status: 502, body: '<html>' }], 'page-failed'],
  ] as const)('%s %j is %s', async (path, answers, code) => {
    const { outcome, asked } = await look(`https://calls.example${path}`, answers);
    const below = path.replace(/\/(b|rooms)\/.*/, '');
    expect([outcome, asked?.startsWith(`${below}/api/v1/rooms/`)]).toEqual([code, true]);
  });

  test('Greenlight below a path of its own is asked there', async () => {
    const place = 'https://calls.example/a/gl/rooms/abc-def-ghi/join';
    const { outcome, asked } = await join(
      { answers: [open, linkTo(link), entered], places: [place, call] },
      place,
    );
    expect(outcome).toMatchObject({ host: 'calls.example' });
    expect(asked[0]).toContain('"/a/gl/api/v1/rooms/abc-def-ghi/public.json"');
    expect(asked[1]).toContain('"/a/gl/api/v1/meetings/abc-def-ghi/status.json"');
  });
});
