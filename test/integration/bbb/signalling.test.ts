import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Bbb, Fault } from '../../servers/bbb/index.ts';
import { startBbb } from '../../servers/bbb/index.ts';
import { defaultKnobs } from '../../servers/bbb/knobs.ts';
import type { Guest, Signal } from './guest.ts';
import { enter } from './guest.ts';
import { nothingLeft } from './left.ts';

let bbb: Bbb;
let guest: Guest;
beforeAll(async () => {
  bbb = await startBbb();
});
beforeEach(async () => {
  bbb.turn(defaultKnobs);
  guest = await enter(bbb);
});
afterEach(async () => {
  bbb.turn(defaultKnobs);
  await guest.leave();
  await nothingLeft(bbb.ledger);
});
afterAll(() => bbb.stop());

/** A minimal offer. */
const sdpOffer = `v=0\r
o=- 1 2 IN IP4 127.0.0.1\r
s=-\r
t=0 0\r
a=group:BUNDLE 0\r
m=audio 9 UDP/TLS/RTP/SAVPF 111\r
c=IN IP4 0.0.0.0\r
a=ice-ufrag:abcd\r
a=ice-pwd:abcdefghijklmnopqrstuvwx\r
a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}\r
a=setup:actpass\r
a=mid:0\r
a=sendrecv\r
a=rtcp-mux\r
a=rtpmap:111 opus/48000/2\r
`;
const start = {
  id: 'start',
  type: 'audio',
  role: 'sendrecv',
  clientSessionNumber: 0,
  sdpOffer,
  extension: 'echo',
};
const says = async (signal: Signal, id: string) => signal.next(id);

describe('the signalling', () => {
  test('answers a ping at once, joined or not', async () => {
    const signal = await guest.signal();
    signal.send({ id: 'ping' });
    expect(await says(signal, 'pong')).toEqual({ id: 'pong' });
  });

  test('admits nobody who has not arrived, and everybody who has', async () => {
    const signal = await guest.signal();
    signal.send(start);
    expect(await says(signal, 'webRTCAudioError')).toMatchObject({ code: 2301 });
    await guest.arrive();
    signal.send(start);
    expect(await says(signal, 'startResponse')).toMatchObject({ response: 'accepted' });
    expect(bbb.ledger.open()).toEqual({ sockets: 1, peers: 1 });
  });

  test('answers with one address, the relay’s, and as ICE-lite', async () => {
    await guest.arrive();
    const signal = await guest.signal();
    signal.send(start);
    const answer = await says(signal, 'startResponse');
    const sdp = answer === 'closed' ? '' : String(answer['sdpAnswer']);
    expect(sdp.match(/a=candidate:.*/g)).toHaveLength(1);
    expect(sdp).toMatch(/127\.0\.0\.1 \d+ typ host/);
    expect(sdp).toContain('a=ice-lite');
  });

  test.each([
    ['a number that is text', { ...start, clientSessionNumber: '0' }],
    ['no type', { id: 'start' }],
    ['a role of its own', { ...start, role: 'sender' }],
    ['a name nobody knows', { id: 'dance' }],
    ['no JSON', '{'],
  ])('refuses %s', async (_name, message) => {
    const signal = await guest.signal();
    const before = bbb.ledger.violations.length;
    signal.send(message);
    expect(await says(signal, 'webRTCAudioError')).toMatchObject({ code: 2300 });
    expect(bbb.ledger.violations).toHaveLength(before + 1);
  });

  test('closes on a message above 50 KiB', async () => {
    const signal = await guest.signal();
    signal.send({ id: 'ping', more: 'x'.repeat(51_200) });
    expect(await says(signal, 'pong')).toBe('closed');
  });

  test('writes down that a client dialled itself into the meeting', async () => {
    const signal = await guest.signal();
    signal.send({ id: 'dtmf', type: 'audio', tones: '1' });
    await expect.poll(() => bbb.ledger.violations.at(-1)).toBe('sent DTMF 1');
  });

  test('opens for no one without the cookie', async () => {
    const url = `${bbb.url.replace('http', 'ws')}/bbb-webrtc-sfu?sessionToken=${guest.token}`;
    await expect(once(new WebSocket(url), 'open')).rejects.toThrow('401');
  });
});

describe('on command', () => {
  const codes: readonly (readonly [Fault, number])[] = [
    ['error-2001', 2001],
    ['error-2002', 2002],
    ['error-2202', 2202],
    ['never-admitted', 2301],
  ];
  const begin = async (fault: Fault) => {
    await guest.arrive();
    const signal = await guest.signal();
    bbb.turn({ fault });
    signal.send(start);
    return signal;
  };

  test.each(codes)('%s', async (fault, code) => {
    expect(await says(await begin(fault), 'webRTCAudioError')).toMatchObject({ code });
  });

  test.each(['start-closed', 'answer-closed'] as const)('%s', async (fault) => {
    expect(await says(await begin(fault), 'startResponse')).toBe('closed');
  });

  test.each(['wrong-types', 'sdp-garbage', 'huge-message'] as const)('%s', async (fault) => {
    const answer = await says(await begin(fault), 'startResponse');
    const sdp: unknown = answer === 'closed' ? undefined : answer['sdpAnswer'];
    expect(typeof sdp !== 'string' || !sdp.includes('a=ice-ufrag')).toBe(true);
  });

  test('never answers', async () => {
    const signal = await begin('start-silent');
    signal.send({ id: 'ping' });
    await says(signal, 'pong');
    bbb.turn({ fault: 'pong-silent' });
    signal.send({ id: 'ping' });
    signal.send({ id: 'dance' });
    await says(signal, 'webRTCAudioError');
    await signal.close();
    expect(await says(signal, 'pong')).toBe('closed');
    expect(await says(signal, 'startResponse')).toBe('closed');
  });

  test('refuses the upgrade, as for a session that is gone', async () => {
    bbb.turn({ fault: 'upgrade-401' });
    await expect(guest.signal()).rejects.toThrow('401');
  });

  test('has no signalling in a meeting of LiveKit', async () => {
    bbb.turn({ room: 'livekit' });
    await expect(guest.signal()).rejects.toThrow('502');
    const answered = await fetch(`${bbb.url}/livekit/`);
    expect(await answered.text()).toBe('OK');
  });
});
