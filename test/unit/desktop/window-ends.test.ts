import { expect, test } from 'vitest';
import type { Whereabouts, WindowEnd } from '../../../main/desktop/window-ends.ts';
import { createWindowEnds } from '../../../main/desktop/window-ends.ts';
import { fakeClock } from '../clock.ts';

test.each<[string, Whereabouts, string, WindowEnd['outcome']]>([
  ['in sight', 'in-sight', 'crashed', 'reopens'],
  ['the only way to the app', 'parked', 'crashed', 'reopens'],
  ['hidden, it comes back when it is wanted', 'hidden', 'crashed', 'was-hidden'],
  ['in sight, ended by a task manager', 'in-sight', 'killed', 'reopens'],
])('%s', (_what, was, reason, outcome) => {
  const { note, on } = createWindowEnds(fakeClock());
  const told: WindowEnd[] = [];
  on((end) => told.push(end));
  expect(note({ reason, exitCode: 11 }, was)).toBe(outcome === 'reopens');
  expect(told).toEqual([{ reason, exitCode: 11, isCrash: reason === 'crashed', outcome }]);
});

test('three crashes in ten minutes are too many; being killed does not count', async () => {
  const clock = fakeClock();
  const { note } = createWindowEnds(clock);
  const crash = (reason = 'crashed') => note({ reason, exitCode: 1 }, 'in-sight');
  expect([crash(), crash('killed'), crash('killed'), crash(), crash()]).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
  await clock.pass(11 * 60_000);
  expect(crash()).toBe(true);
});
