import { expect, test } from 'vitest';
import { createLineDoubt } from '../../../main/core/status/line-doubt.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const up: Observation = { verdict: 'up', timings: {} };
const lost: Observation = { verdict: 'down', reason: reason('refused'), timings: {} };

async function begin() {
  const clock = fakeClock();
  let doubts = 0;
  const lineDoubt = createLineDoubt({ clock, doubt: () => (doubts += 1) });
  await clock.pass(1000);
  const hang = (agoMs = 0) => lineDoubt.hang(clock.monotonicMs() - agoMs);
  return { clock, lineDoubt, hang, doubts: () => doubts };
}

test('two that hang are two slow servers, three make us doubt our line', async () => {
  const { hang, doubts } = await begin();
  hang();
  hang();
  expect(doubts()).toBe(0);
  hang();
  expect(doubts()).toBe(1);
});

test('those that have ended hang no more', async () => {
  const { hang, doubts } = await begin();
  for (let count = 0; count < 10; count += 1) hang()();
  expect(doubts()).toBe(0);
});

test('an answer from anywhere ends the doubt, also of what began before it', async () => {
  const { clock, lineDoubt, hang, doubts } = await begin();
  hang();
  hang();
  lineDoubt.note(up);
  hang(10);
  hang(0);
  expect(doubts()).toBe(0);
  await clock.pass(1);
  for (let count = 0; count < 3; count += 1) hang();
  expect(doubts()).toBe(1);
});

test('a failure is no answer', async () => {
  const { lineDoubt, hang, doubts } = await begin();
  hang();
  hang();
  lineDoubt.note(lost);
  hang();
  expect(doubts()).toBe(1);
});
