import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askForEcho } from '../../../renderer/probe/admission.ts';
import { iceServersOf } from '../../../renderer/probe/ice-servers.ts';
import type { SignallingSocket } from '../../../renderer/probe/signalling.ts';
import { openSignalling } from '../../../renderer/probe/signalling.ts';
import { messageLimit, readMessage } from '../../../shared/echo/signalling-messages.ts';

const answer = { type: 'audio', id: 'startResponse', response: 'accepted', sdpAnswer: 'v=0' };

/** A socket controlled by the test: records what it sends, and plays the server. */
function createSocket() {
  const events = new EventTarget();
  const sent: Record<string, unknown>[] = [];
  let closed = false;
  const socket: SignallingSocket = {
    addEventListener: events.addEventListener.bind(events),
    send: (text) => void sent.push(JSON.parse(text as string)),
    close: () => void (closed = true),
  };
  return {
    socket,
    sent,
    isClosed: () => closed,
    open: () => void events.dispatchEvent(new Event('open')),
    close: () => void events.dispatchEvent(new Event('close')),
    say: (data: unknown) => void events.dispatchEvent(new MessageEvent('message', { data })),
    tell: (message: object) =>
      void events.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) })),
  };
}

async function openOne() {
  const server = createSocket();
  const aborter = new AbortController();
  const opening = openSignalling(() => server.socket, aborter.signal);
  server.open();
  return { server, aborter, signalling: await opening };
}

/** The failure that a promise rejects with, as its code and number. */
async function codeOf(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error as Readonly<{ failure: unknown }> | undefined;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the conversation with the media server', () => {
  test('it asks for the echo, and never for the meeting', async () => {
    const { server, signalling } = await openOne();
    const started = signalling.start('v=0 offer');
    server.tell({ id: 'pong' });
    server.tell(answer);
    expect((await started).sdp).toBe('v=0');
    signalling.stop();
    expect(server.sent).toEqual([
      { id: 'ping' },
      {
        id: 'start',
        type: 'audio',
        role: 'sendrecv',
        clientSessionNumber: 1,
        sdpOffer: 'v=0 offer',
        extension: 'echo',
      },
      { id: 'stop', type: 'audio', role: 'sendrecv' },
    ]);
    expect(server.isClosed()).toBe(true);
  });

  test('pings are timed one by one', async () => {
    const { server, signalling } = await openOne();
    for (const ms of [20, 35]) {
      await vi.advanceTimersByTimeAsync(ms);
      server.tell({ id: 'pong' });
      await vi.advanceTimersByTimeAsync(400 - ms);
    }
    expect(signalling.roundTrips().map(({ ms }) => ms)).toEqual([20, 35]);
    signalling.stop();
  });

  test.each([
    ['not JSON', 'nonsense', 'bad-answer', undefined],
    ['no text', new ArrayBuffer(8), 'bad-answer', undefined],
    ['no object', '[]', 'bad-answer', undefined],
    ['an answer without a description', JSON.stringify({ ...answer, sdpAnswer: 7 }), 'bad-answer'],
    ['a rejection', JSON.stringify({ ...answer, response: 'rejected' }), 'bad-answer'],
    ['a flood', JSON.stringify({ id: 'x'.repeat(messageLimit) }), 'bad-answer'],
    ['an error without a number', '{"id":"error"}', 'bad-answer'],
    ['media server offline', '{"id":"webRTCAudioError","code":2001}', 'server-error', 2001],
    ['no resources', '{"id":"error","code":2002}', 'server-error', 2002],
    ['candidates', '{"id":"error","code":2022}', 'ice-failed', 2022],
    ['a bad description', '{"id":"webRTCAudioError","code":2202}', 'sdp-invalid', 2202],
    ['silent media', '{"id":"webRTCAudioError","error":{"code":2211}}', 'media-silent', 2211],
    ['an invalid request', '{"id":"error","code":2300}', 'server-error', 2300],
    ['a stranger', '{"id":"error","code":2301}', 'not-admitted', 2301],
  ] as const)('%s ends it by name', async (_, data, code, number?: number) => {
    const { server, signalling } = await openOne();
    const started = codeOf(signalling.start('v=0'));
    server.say(data);
    expect(await started).toMatchObject({
      failure: { code, params: number === undefined ? {} : { code: number } },
    });
    expect(await signalling.failed).toMatchObject({ code });
    signalling.stop();
  });

  test('messages that are not for us are no error', async () => {
    expect(readMessage('{"id":"iceCandidate","type":"audio"}')).toEqual({ kind: 'other' });
  });

  test('it closes before it is open, before the answer, and later', async () => {
    const early = createSocket();
    const opening = codeOf(openSignalling(() => early.socket, new AbortController().signal));
    early.close();
    expect(await opening).toMatchObject({ failure: { code: 'signalling-unreachable' } });

    const { server, signalling } = await openOne();
    const started = codeOf(signalling.start('v=0'));
    server.close();
    expect(await started).toMatchObject({ failure: { code: 'signalling-closed' } });

    const later = await openOne();
    const done = later.signalling.start('v=0');
    later.server.tell(answer);
    await done;
    later.server.close();
    expect(await later.signalling.failed).toMatchObject({ code: 'signalling-closed' });
  });

  test('silence ends it: while opening, before the answer, and when pongs stop', async () => {
    const mute = createSocket();
    const opening = codeOf(openSignalling(() => mute.socket, new AbortController().signal));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await opening).toMatchObject({ failure: { code: 'signalling-silent' } });
    expect(mute.isClosed()).toBe(true);

    const { signalling } = await openOne();
    const started = codeOf(signalling.start('v=0'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await started).toMatchObject({ failure: { code: 'signalling-silent' } });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await signalling.failed).toMatchObject({ code: 'signalling-silent' });
    signalling.stop();
  });

  test('a stop at any moment closes the socket', async () => {
    const { server, aborter, signalling } = await openOne();
    const started = codeOf(signalling.start('v=0'));
    aborter.abort();
    expect(await started).toMatchObject({ failure: { code: 'stopped' } });
    expect(server.isClosed()).toBe(true);
    expect(server.sent.at(-1)).toMatchObject({ id: 'stop' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('being let in', () => {
  /** Refuses the first `refusals` connections. */
  function createDoor(refusals: number) {
    const servers: ReturnType<typeof createSocket>[] = [];
    const newSocket = () => {
      const server = createSocket();
      servers.push(server);
      setTimeout(() => {
        server.open();
        const refused = servers.length <= refusals;
        setTimeout(() => server.tell(refused ? { id: 'error', code: 2301 } : answer), 10);
      }, 10);
      return server.socket;
    };
    return { servers, newSocket };
  }

  test('who has only just joined is asked to wait, and comes in', async () => {
    const door = createDoor(3);
    const asking = askForEcho('v=0', door.newSocket, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(5_000);
    expect((await asking).sdpAnswer).toBe('v=0');
    expect(door.servers.map((one) => one.isClosed())).toEqual([true, true, true, false]);
    (await asking).signalling.stop();
  });

  test('not for ever', async () => {
    const door = createDoor(Infinity);
    const asking = codeOf(askForEcho('v=0', door.newSocket, new AbortController().signal));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await asking).toMatchObject({ failure: { code: 'not-admitted' } });
    expect(door.servers.every((one) => one.isClosed())).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('STUN and TURN servers', () => {
  const turn = { url: 'turns:turn.example:443', username: '1:w', password: 'p', ttl: 60 };
  const takesAll = () => undefined;
  const read = (given: unknown, tryServer: (server: RTCIceServer) => void = takesAll) =>
    iceServersOf(given, tryServer);

  test('as a browser wants them', () => {
    expect(read({ stunServers: [{ url: 'stun:stun.example' }], turnServers: [turn] })).toEqual({
      servers: [
        { urls: 'stun:stun.example' },
        { urls: 'turns:turn.example:443', username: '1:w', credential: 'p' },
      ],
      odd: 0,
    });
  });

  test.each([
    'turn: turn.example',
    'turn:turn.example:3478 ',
    'turn:turn example',
    'turn:',
    'turn://turn.example',
    'turn:turn.example:port',
    'turn:turn.example?transport=sctp',
    'https://turn.example',
    '',
    7,
    null,
    'turn:' + 'x'.repeat(600),
  ])('an entry %j is skipped and counted, the others stay', (url) => {
    const { servers, odd } = read({ turnServers: [{ ...turn, url }, turn] });
    expect([servers.map(({ urls }) => urls), odd]).toEqual([['turns:turn.example:443'], 1]);
  });

  test.each([
    [{ turnServers: [{ url: 'turn:t' }] }, 1],
    [{ turnServers: [{ ...turn, username: '' }] }, 1],
    [{ turnServers: [null, 'turn:t', []] }, 3],
    [{ stunServers: [{ url: 'stun:s?transport=udp' }, { url: 'turn:t' }] }, 2],
    [{ stunServers: null, turnServers: null }, 0],
    [{}, 0],
  ])('%j has none, %d of them odd', (given, odd) =>
    expect(read(given)).toEqual({ servers: [], odd }),
  );

  test('what the browser itself does not take is odd as well', () => {
    const tryServer = ({ urls }: RTCIceServer) => {
      if (urls === 'turn:[::]') throw new SyntaxError('no');
    };
    const given = { turnServers: [{ ...turn, url: 'turn:[::]' }, turn] };
    expect(read(given, tryServer)).toMatchObject({ servers: [{ credential: 'p' }], odd: 1 });
  });

  test('a list without end is read up to a number', () => {
    const stunServers = Array.from({ length: 5000 }, () => ({ url: 'stun:s' }));
    expect(read({ stunServers }).servers).toHaveLength(10);
  });

  test('what is no list at all is refused', () => expect(() => read('nothing')).toThrow(/Invalid/));
});
