import { expect, test } from 'vitest';
import { createConnectivity } from '../../../main/platform/connectivity.ts';
import type { Testimony } from '../../../shared/connectivity.ts';
import { judgeWitnesses } from '../../../shared/connectivity.ts';
import { fakeClock } from '../clock.ts';

test.each<[Testimony[], string]>([
  [[], 'unknown'],
  [['answered', 'silent', 'silent'], 'online'],
  [['silent', 'silent'], 'offline'],
  [['intercepted', 'silent'], 'captive'],
  [['intercepted', 'answered'], 'online'],
])('witnesses %j: %s', (testimonies, state) => {
  expect(judgeWitnesses(testimonies)).toBe(state);
});

function monitor(first: Testimony) {
  const clock = fakeClock();
  let testimony = first;
  let asked = 0;
  const seen: string[] = [];
  const connectivity = createConnectivity({
    clock,
    ask: () => {
      asked += 1;
      return Promise.resolve(testimony);
    },
  });
  connectivity.onChange((now) => seen.push(now.state));
  connectivity.setWitnesses([{ host: 'w.example', port: 443 }]);
  return {
    clock,
    connectivity,
    seen,
    asked: () => asked,
    say: (next: Testimony) => (testimony = next),
  };
}

test('a witness is asked once for many doubts', async () => {
  const { clock, connectivity, asked } = monitor('answered');
  const states = await Promise.all([connectivity.confirm(), connectivity.confirm()]);
  await clock.pass(1000);
  await connectivity.confirm();
  expect([states, asked()]).toEqual([['online', 'online'], 1]);
  await clock.pass(5000);
  await connectivity.confirm();
  expect(asked()).toBe(2);
});

test('while offline it asks again by itself, ever more patiently, until there is an answer', async () => {
  const { clock, connectivity, seen, asked, say } = monitor('silent');
  await connectivity.confirm();
  await clock.pass(120_000);
  expect(asked()).toBeLessThan(12);
  say('answered');
  await clock.pass(31_000);
  expect(seen).toEqual(['offline', 'online']);
  expect(clock.timers()).toBe(0);
});

test('after a sleep it waits for the network before it says offline', async () => {
  const { clock, connectivity, seen, say } = monitor('answered');
  await connectivity.confirm();
  connectivity.suspend();
  expect(clock.timers()).toBe(0);
  say('silent');
  connectivity.resume();
  await clock.pass(10_000);
  expect(seen).toEqual(['online', 'waking']);
  await clock.pass(60_000);
  expect(seen).toEqual(['online', 'waking', 'offline']);
  say('answered');
  await clock.pass(31_000);
  expect(seen.at(-1)).toBe('online');
});
