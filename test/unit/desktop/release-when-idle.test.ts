import { expect, test } from 'vitest';
import { releaseWhenIdle } from '../../../main/desktop/release-when-idle.ts';
import { createEmitter } from '../../../main/platform/emitter.ts';
import { fakeClock } from '../clock.ts';

const calmS = 20;

type Step = 'opens' | 'closes' | 'ends' | 'busy' | 'free' | number;

/** What a member does, and how often memory has been released then. Numbers are seconds that pass. */
test.each<[string, readonly Step[], number]>([
  ['a start without a window', [calmS], 1],
  ['before the first checks are over', [calmS - 1], 0],
  ['an app that stays hidden for hours', [calmS, 7200], 1],
  ['a window open at the start', ['opens', calmS, 600], 0],
  ['the end of that window', ['opens', calmS, 'closes', calmS], 1],
  ['a window opened again at once', [calmS, 'opens', 'closes', 5, 'opens', calmS], 1],
  ['two windows in turn', [calmS, 'opens', 'closes', 5, 'opens', 'closes', calmS], 2],
  ['a machine that is busy', ['busy', calmS, 600], 0],
  ['a machine that is free again', ['busy', 600, 'free', 2 * calmS, 600], 1],
  ['a machine that was busy until a window opened', ['busy', calmS, 'opens', 'free', 600], 0],
  ['an app that ended while the machine was busy', ['busy', calmS, 'free', 'ends', 600], 0],
  ['an app that ended', ['ends', calmS], 0],
  ['an app that ended after a window', [calmS, 'opens', 'closes', 'ends', calmS], 1],
])('%s', async (_name, steps, expected) => {
  const clock = fakeClock();
  const gone = createEmitter<void>();
  let pages = 0;
  let released = 0;
  let isBusy = false;
  const spent = { busy: 0, idle: 0 };
  const end = releaseWhenIdle({
    clock,
    pages: () => pages,
    onPageGone: gone.on,
    processors: () => ({ ...spent }),
    release: () => (released += 1),
  });
  for (const step of steps) {
    if (typeof step === 'number') {
      for (let second = 0; second < step; second += 1) {
        spent[isBusy ? 'busy' : 'idle'] += 1000;
        await clock.pass(1000);
      }
    } else if (step === 'busy' || step === 'free') isBusy = step === 'busy';
    else if (step === 'ends') end();
    else {
      pages = step === 'opens' ? 1 : 0;
      if (step === 'closes') gone.emit();
    }
  }
  expect(released).toBe(expected);
});
