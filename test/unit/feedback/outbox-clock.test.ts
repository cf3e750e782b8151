/** Queued items while the machine's clock is wrong. */
import { expect, test } from 'vitest';
import { createWorld, message } from './outbox-world.ts';
import { fakeClock } from '../clock.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;
const startUtcMs = Date.UTC(2026, 10, 24, 14);
const bound = { via: 'matrix', place: 'room' };
const tooOld = { at: 'failed', why: { code: 'too-old', params: {} } };

/** One message is queued, while no server is reachable. */
async function begin(atUtcMs = startUtcMs) {
  const world = createWorld(fakeClock(atUtcMs));
  world.faults.push('offline');
  const { outbox } = world.live();
  await outbox.restore();
  await outbox.saveDraft('one', 'a draft', []);
  const contents = [message('a text')];
  await outbox.enter('one', { destination: 'room', bound, contents });
  await world.clock.pass(0);
  const phase = () => outbox.items().find(({ id }) => id === 'one')?.phase;
  expect(phase()?.at).toBe('failed');
  const set = async (ms: number, isProven: boolean) => {
    world.clock.jump(ms);
    world.time.isProven = isProven;
    outbox.wake();
    await world.clock.pass(2 * minute);
  };
  return { ...world, outbox, phase, set };
}

test.each([
  ['a year ahead', year],
  ['two months ahead', 61 * day],
])(
  'while the clock shows %s it is neither given up nor sent, and then it goes',
  async (_name, ms) => {
    const { phase, set, requests } = await begin();
    await set(ms, false);
    expect([phase()?.at, requests()]).toEqual(['waiting', 1]);
    await set(-ms, true);
    expect([phase()?.at, requests()]).toEqual(['sent', 2]);
  },
);

test.each([
  ['1976', Date.UTC(1976, 3, 1) - startUtcMs],
  ['an hour ahead', hour],
  ['an hour behind', -hour],
])('by a clock that shows %s it is not old, and goes at once', async (_name, ms) => {
  const { phase, set } = await begin();
  await set(ms, false);
  expect(phase()?.at).toBe('sent');
});

test('what a wrong clock had made too old goes on by the right one', async () => {
  const { phase, set } = await begin();
  await set(year, true);
  expect(phase()).toEqual(tooOld);
  await set(-year, true);
  expect(phase()?.at).toBe('sent');
});

test('what was written by a clock without a battery has waited since the clock is right', async () => {
  const dead = Date.UTC(2000, 0, 1);
  const { phase, set, faults } = await begin(dead);
  // More than the attempts in the two minutes that `set` passes.
  faults.push(...Array.from({ length: 10 }, () => 'offline' as const));
  await set(startUtcMs - dead, true);
  expect(phase()).not.toEqual(tooOld);
  await set(31 * day, true);
  expect(phase()).toEqual(tooOld);
});

test('after forty days of sleep it is the member’s to decide, once the clock is proven', async () => {
  const { phase, set, time, outbox, clock, requests } = await begin();
  await set(40 * day, false);
  expect([phase()?.at, requests()]).toEqual(['waiting', 1]);
  time.isProven = true;
  await clock.pass(2 * minute);
  expect([phase(), requests()]).toEqual([tooOld, 1]);
  await outbox.retry('one');
  await clock.pass(minute);
  expect(phase()?.at).toBe('sent');
});
