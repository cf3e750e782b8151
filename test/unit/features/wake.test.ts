/** When features resume after a sleep or an outage: once each time, and always in the end. */
import { expect, test } from 'vitest';
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import { mayTryAgain } from '../../../shared/net/connectivity.ts';
import type { Testimony } from '../../../shared/net/connectivity.ts';
import { fakeClock } from '../clock.ts';

async function stage() {
  const clock = fakeClock();
  const resumedIn: string[] = [];
  let testimony: Testimony = 'answered';
  const connectivity = createConnectivity({
    clock,
    ask: async () => ({ testimony }),
    askPlace: async () => undefined,
    askTime: async () => undefined,
  });
  connectivity.setWitnesses([{ host: 'w.example', port: 443 }], []);
  await connectivity.confirm();
  connectivity.onChange((now, before) => {
    if (mayTryAgain(now, before)) resumedIn.push(now.state);
  });
  return {
    clock,
    connectivity,
    resumedIn,
    say: (next: Testimony) => (testimony = next),
    sleep: async () => {
      connectivity.suspend();
      await clock.pass(3_600_000);
      connectivity.resume();
    },
  };
}

test('after a sleep with the network there, once', async () => {
  const { clock, resumedIn, sleep } = await stage();
  await sleep();
  await clock.pass(60_000);
  expect(resumedIn).toEqual(['online']);
});

test('after a sleep without a network, once it is known, and again when it is back', async () => {
  const { clock, resumedIn, say, sleep } = await stage();
  say('silent');
  await sleep();
  await clock.pass(60_000);
  expect(resumedIn).toEqual(['offline']);
  say('answered');
  await clock.pass(600_000);
  expect(resumedIn).toEqual(['offline', 'online']);
});

test('after a jump of the clock, which no sleep announced, once', async () => {
  const { clock, connectivity, resumedIn } = await stage();
  connectivity.resume();
  await clock.pass(60_000);
  expect(resumedIn).toEqual(['online']);
});

test('after an outage, once', async () => {
  const { clock, connectivity, resumedIn, say } = await stage();
  say('silent');
  await clock.pass(60_000);
  await connectivity.confirm();
  expect(resumedIn).toEqual([]);
  say('answered');
  await clock.pass(600_000);
  expect(resumedIn).toEqual(['online']);
});
