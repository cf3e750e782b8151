import { everything } from '../../shared/notification-policy/scope.ts';
import { expect, test } from 'vitest';
import { createState } from '../../main/core/state.ts';
import { defaultQuietHours } from '../../shared/notification-policy/quiet-hours.ts';
import { untouched } from '../../shared/notification-policy/state.ts';
import { fakeClock } from './clock.ts';

function watch() {
  const clock = fakeClock();
  const state = createState({
    appVersion: '1',
    locale: 'en',
    clock,
    directory: { current: () => undefined, awaited: () => undefined },
    connectivity: { current: () => ({ state: 'online', sinceUtcMs: 0 }) },
    monitor: {
      state: () => ({
        services: [],
        records: new Map(),
        checkingNow: false,
        confirming: { worse: 0, better: 0 },
      }),
      views: () => [],
      feeds: () => new Map(),
    },
    files: { troubles: () => [] },
    welcome: { isOpen: () => false },
    crashes: { current: () => undefined },
    annotate: () => ({}),
    policy: {
      state: () => untouched,
      view: () => ({
        quietHours: defaultQuietHours,
        setBy: 'app',
        scope: everything,
        damaged: false,
      }),
    },
  });
  const drawnAtMs: number[] = [];
  state.onChange(() => drawnAtMs.push(clock.monotonicMs()));
  return { clock, state, drawnAtMs };
}

test('changes in a row are drawn once, and soon', async () => {
  const { clock, state, drawnAtMs } = watch();
  for (let change = 0; change < 5; change += 1) state.touch();
  await clock.pass(1000);
  state.touch();
  await clock.pass(1000);
  expect(drawnAtMs).toEqual([100, 1100]);
});

test('while much changes, it is drawn a few times a second, and the last change too', async () => {
  const { clock, state, drawnAtMs } = watch();
  for (let change = 0; change < 100; change += 1) {
    state.touch();
    await clock.pass(10);
  }
  const { revision } = state.snapshot();
  await clock.pass(1000);
  expect(drawnAtMs).toEqual([100, 400, 700, 1000]);
  expect(revision).toBe(100);
});

test('what features publish is in the snapshot, each with its own part', async () => {
  const { clock, state, drawnAtMs } = watch();
  state.publish({ unreadAnswers: 1 });
  await clock.pass(1000);
  state.publish({ unreadAnnouncements: 2 });
  expect(state.snapshot()).toMatchObject({ unreadAnswers: 1, unreadAnnouncements: 2 });
  await clock.pass(1000);
  expect(drawnAtMs).toHaveLength(2);
});
