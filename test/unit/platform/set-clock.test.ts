/** A change of the clock is noticed by any activity, be it an answer or waiting for a network. */
import { expect, test } from 'vitest';
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import type { Testimony } from '../../../shared/net/connectivity.ts';
import { fakeClock } from '../clock.ts';

const minute = 60_000;
const hour = 60 * minute;

async function start(testimony: Testimony) {
  const clock = fakeClock();
  let jumps = 0;
  const connectivity = createConnectivity({
    clock,
    ask: async () => ({ testimony }),
    askPlace: async () => undefined,
    askTime: async () => undefined,
    onJump: () => {
      jumps += 1;
      connectivity.resume();
    },
  });
  connectivity.setWitnesses([{ host: 'w.example', port: 443 }], []);
  await connectivity.confirm();
  const answer = () => {
    const place = { host: 'a.example', port: 443, speaks: 'https' } as const;
    connectivity.hear({ answer: { place, proof: 'verified' } });
  };
  return { clock, connectivity, answer, jumps: () => jumps };
}

test.each([hour, -hour])('by the first answer after it, once: %d ms', async (ms) => {
  const { clock, answer, jumps } = await start('answered');
  answer();
  expect(jumps()).toBe(0);
  clock.jump(ms);
  answer();
  answer();
  await clock.pass(minute);
  expect(jumps()).toBe(1);
});

test('while there is no network, and nobody asks', async () => {
  const { clock, jumps } = await start('silent');
  await clock.pass(5 * minute);
  expect(jumps()).toBe(0);
  clock.jump(hour);
  await clock.pass(minute);
  expect(jumps()).toBe(1);
});

test('a sleep that was announced is none', async () => {
  const { clock, connectivity, answer, jumps } = await start('answered');
  connectivity.suspend();
  clock.jump(10 * 24 * hour);
  connectivity.resume();
  answer();
  await clock.pass(minute);
  expect(jumps()).toBe(0);
});
