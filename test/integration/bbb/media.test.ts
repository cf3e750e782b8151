import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Bbb, KnobChanges } from '../../servers/bbb/index.ts';
import { startBbb } from '../../servers/bbb/index.ts';
import { defaultKnobs } from '../../servers/bbb/knobs.ts';
import type { Call } from './call.ts';
import { call } from './call.ts';
import type { Guest } from './guest.ts';
import { enter } from './guest.ts';
import { nothingLeft } from './left.ts';

let bbb: Bbb;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  bbb = await startBbb({ turn: true });
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await nothingLeft(bbb.ledger);
});
afterAll(() => bbb.stop());

async function dial(changes: KnobChanges, relayOnly = false): Promise<Call> {
  bbb.turn(defaultKnobs);
  const guest: Guest = await enter(bbb);
  await guest.arrive();
  bbb.turn(changes);
  const made = await call(guest, { relayOnly });
  bbb.resetPassages();
  ends.push(made.end, guest.leave);
  return made;
}

async function echoMs(made: Call): Promise<number> {
  const heard: number[] = [];
  for (let shouts = 0; shouts < 3; shouts += 1) {
    const ms = await made.shout();
    if (ms !== undefined) heard.push(ms);
    await pause(300);
  }
  return Math.min(...heard);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what is said comes back, half a second after the call was answered', async () => {
  const made = await dial({});
  await made.connected(5000);
  expect(await made.signal.next('webRTCAudioSuccess')).toMatchObject({ success: 'MEDIA_FLOWING' });
  expect(bbb.ledger.count('echo')).toBe(0);
  await expect.poll(() => bbb.ledger.count('echo'), { timeout: 3000 }).toBe(1);
  expect(await echoMs(made)).toBeLessThan(250);
  expect(bbb.ledger.violations).toEqual([]);
});

test('a sluggish server is late with the echo alone', async () => {
  const made = await dial({ echo: { delayMs: 400 } });
  await made.connected(5000);
  await pause(1500);
  const ms = await echoMs(made);
  expect(ms).toBeGreaterThan(400);
  expect(ms).toBeLessThan(650);
  await expect
    .poll(async () => (await made.figures()).roundTripMs, { timeout: 8000 })
    .toBeDefined();
  expect((await made.figures()).roundTripMs).toBeLessThan(60);
});

test('a poor network is late with everything, and loses each way what it was told to', async () => {
  const made = await dial({ network: { roundTripMs: 200, lossUp: 0.1, lossDown: 0.04 } });
  await made.connected(8000);
  await pause(6000);
  const { up, down } = bbb.passages();
  const share = ({ passed, dropped }: typeof up) => dropped / (passed + dropped);
  expect(share(up)).toBeCloseTo(0.1, 1.5);
  expect(share(down)).toBeCloseTo(0.04, 1.5);
  const figures = await made.figures();
  expect(figures.roundTripMs).toBeGreaterThan(195);
  expect(figures.roundTripMs).toBeLessThan(260);
  // Loss on the way up does not appear as loss on the way down.
  expect(figures.lostDown / (figures.lostDown + figures.received)).toBeLessThan(0.07);
  expect(figures.lostUp).toBeGreaterThan(10);
  expect(up.delayMs?.median).toBeCloseTo(100, 0);
});

test('where UDP is blocked nothing connects', async () => {
  const made = await dial({ network: { udp: 'blocked' } });
  await expect(made.connected(2500)).rejects.toThrow(/checking|connecting|new/);
});

describe.each(['udp', 'tcp'] as const)('but by TURN over %s', (turn) => {
  test('it does', async () => {
    const made = await dial({ turn, network: { udp: 'blocked', roundTripMs: 60 } });
    await made.connected(8000);
    expect((await made.figures()).route).toBe('relay');
    await expect.poll(() => bbb.passages().down.passed, { timeout: 5000 }).toBeGreaterThan(20);
  });
});

test('a conference in place of the echo stays silent', async () => {
  const made = await dial({ fault: 'media-silent' });
  await made.connected(5000);
  await pause(800);
  expect(await made.shout()).toBeUndefined();
});
