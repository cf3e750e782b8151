import { expect, test } from 'vitest';
import { startRace } from '../../../main/platform/net/race.ts';
import { fakeClock } from '../clock.ts';

/** How an attempt ends, and after how many ms. */
type Outcome = Readonly<{ afterMs: number; ends: 'won' | 'failed' }> | 'silent';

/** Runs a race of these attempts, 250 ms apart, and records what happened when. */
function run(...outcomes: readonly Outcome[]) {
  const clock = fakeClock();
  const log: string[] = [];
  const note = (what: string) => log.push(`${clock.monotonicMs()} ${what}`);
  const race = startRace({
    entrants: outcomes.map((_, index) => index),
    delayMs: 250,
    after: clock.after,
    onLost: () => note('lost'),
    begin: (index, on) => {
      note(`begin ${index}`);
      const outcome = outcomes[index] ?? 'silent';
      const cancel =
        outcome === 'silent'
          ? () => undefined
          : clock.after(outcome.afterMs, () => {
              note(`${outcome.ends} ${index}`);
              on[outcome.ends]();
            });
      return () => {
        cancel();
        note(`end ${index}`);
      };
    },
  });
  return { clock, log, race };
}
const wins = (afterMs: number): Outcome => ({ afterMs, ends: 'won' });
const fails = (afterMs: number): Outcome => ({ afterMs, ends: 'failed' });

test.each<[string, readonly Outcome[], readonly string[]]>([
  ['one that wins', [wins(300)], ['0 begin 0', '300 won 0']],
  ['one that fails', [fails(1)], ['0 begin 0', '1 failed 0', '1 lost']],
  ['the quick first is alone', [wins(20), wins(20)], ['0 begin 0', '20 won 0']],
  [
    'a slow first goes on beside the second, and may win',
    [wins(400), wins(300)],
    ['0 begin 0', '250 begin 1', '400 won 0', '400 end 1'],
  ],
  [
    'a dead first costs one delay',
    ['silent', wins(300)],
    ['0 begin 0', '250 begin 1', '550 won 1', '550 end 0'],
  ],
  [
    'a first without a way costs nothing',
    [fails(0), wins(300)],
    ['0 begin 0', '0 failed 0', '0 begin 1', '300 won 1'],
  ],
  [
    'a failure brings the next at once, and the delay begins anew',
    ['silent', fails(50), 'silent', wins(300)],
    [
      '0 begin 0',
      '250 begin 1',
      '300 failed 1',
      '300 begin 2',
      '550 begin 3',
      '850 won 3',
      '850 end 0',
      '850 end 2',
    ],
  ],
  [
    'all fail, the first last',
    [fails(900), fails(10)],
    ['0 begin 0', '250 begin 1', '260 failed 1', '900 failed 0', '900 lost'],
  ],
])('%s', async (_what, outcomes, expected) => {
  const { clock, log } = run(...outcomes);
  await clock.pass(60_000);
  expect(log).toEqual(expected);
  expect(clock.timers()).toBe(0);
});

test('stopped, it ends all and begins no more', async () => {
  const { clock, log, race } = run('silent', 'silent', 'silent');
  await clock.pass(300);
  race.stop();
  await clock.pass(60_000);
  expect(log).toEqual(['0 begin 0', '250 begin 1', '300 end 0', '300 end 1']);
  expect(clock.timers()).toBe(0);
});
