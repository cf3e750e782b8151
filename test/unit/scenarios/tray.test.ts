/** What a member sees on a desktop whose tray is late, away, or only a name. Each test is one situation. */
import { expect, test } from 'vitest';
import { hour, minute, second } from './stage.ts';
import type { TrayStage } from './tray-stage.ts';
import { setTrayStage } from './tray-stage.ts';

const panel = { watcher: ':1.5' };
const nextPanel = { watcher: ':1.9' };
const seen = ({ window, available, told }: TrayStage) => [window(), available(), told()];

test('a tray from the start: nothing is said, nothing runs on', async () => {
  const stage = await setTrayStage(panel);
  await stage.pass(hour);
  expect([...seen(stage), stage.remade(), stage.redrawn()]).toEqual(['none', true, 0, 0, 0]);
  expect([stage.clock.timers(), stage.looks()]).toEqual([0, 1]);
});

test('no tray at all: told once, and the window stays within reach', async () => {
  const stage = await setTrayStage();
  await stage.pass(5 * second);
  expect(seen(stage)).toEqual(['shown', false, 1]);
  stage.close();
  await stage.pass(hour);
  expect(seen(stage)).toEqual(['waiting', false, 1]);
  expect(stage.clock.timers()).toBe(0);
});

test.each([
  ['a name whose owner has no host', { ...panel, hosted: false }],
  ['a host that comes to nothing', undefined],
])('%s: no tray', async (_what, tray) => {
  const stage = await setTrayStage(tray);
  await stage.pass(minute);
  expect(seen(stage)).toEqual(['shown', false, 1]);
});

test('closed before the desktop has answered for good: not lost', async () => {
  const stage = await setTrayStage();
  await stage.pass(second);
  stage.close();
  expect(stage.window()).toBe('waiting');
});

test('after a login no window comes up: without a tray it waits, and a late tray puts it away', async () => {
  const stage = await setTrayStage(undefined, { isHiddenStart: true });
  await stage.pass(20 * second);
  expect(seen(stage)).toEqual(['waiting', false, 1]);
  stage.setTray(panel);
  await stage.pass(10 * second);
  expect([...seen(stage), stage.standing()]).toEqual(['none', true, 1, false]);
});

test('a tray three and a half seconds after the app: nothing is said, and it gets the icon', async () => {
  const stage = await setTrayStage();
  await stage.pass(3500);
  stage.setTray(panel);
  await stage.pass(minute);
  expect([...seen(stage), stage.remade()]).toEqual(['none', true, 0, 1]);
});

test('a tray half a minute after the app: the sentence is taken back, and the window put away for it goes', async () => {
  const stage = await setTrayStage();
  await stage.pass(30 * second);
  stage.close();
  expect(stage.standing()).toBe(true);
  stage.setTray(panel);
  await stage.pass(10 * second);
  expect([...seen(stage), stage.remade()]).toEqual(['none', true, 1, 1]);
  expect(stage.standing()).toBe(false);
});

test('a tray half a minute after the app, the window in use: it stays', async () => {
  const stage = await setTrayStage();
  await stage.pass(30 * second);
  stage.setTray(panel);
  await stage.pass(10 * second);
  expect(seen(stage)).toEqual(['shown', true, 1]);
  stage.close();
  expect(stage.window()).toBe('none');
});

test('a watcher first, its host later: as a late tray', async () => {
  const stage = await setTrayStage({ ...panel, hosted: false });
  await stage.pass(20 * second);
  stage.setTray(panel);
  await stage.pass(10 * second);
  expect([stage.available(), stage.remade()]).toEqual([true, 1]);
});

test.each([
  ['when the window is closed', (stage: TrayStage) => stage.close(), 10 * second],
  ['within a minute anyway', () => undefined, 70 * second],
])('a host that nothing announced: found %s', async (_when, act, withinMs) => {
  const stage = await setTrayStage({ ...panel, hosted: false });
  await stage.pass(70 * second);
  stage.setTray(panel, 'quietly');
  act(stage);
  await stage.pass(withinMs);
  expect([stage.available(), stage.told(), stage.remade()]).toEqual([true, 1, 1]);
});

test('a watcher that never has a host: asked once a minute, no more', async () => {
  const stage = await setTrayStage({ ...panel, hosted: false });
  await stage.pass(hour);
  expect(stage.looks()).toBeLessThanOrEqual(62);
});

test.each([
  ['a panel', (stage: TrayStage) => stage.setTray(panel, 'quietly')],
  ['a tray of the older protocol', (stage: TrayStage) => stage.setLegacy(true)],
])('a desktop too busy to answer at the start: %s is found within a minute', async (_what, put) => {
  const stage = await setTrayStage(undefined, { isBusy: true });
  await stage.pass(20 * second);
  expect(seen(stage)).toEqual(['shown', false, 1]);
  stage.setAnswering(true);
  put(stage);
  await stage.pass(70 * second);
  expect([stage.available(), stage.told(), stage.standing()]).toEqual([true, 1, false]);
  await stage.pass(hour);
  expect(stage.clock.timers()).toBe(0);
});

test('a desktop that does not answer for a while after a sleep: the icon is believed again, as it was', async () => {
  const stage = await setTrayStage(panel);
  stage.setAnswering(false);
  stage.close();
  await stage.pass(20 * second);
  expect(stage.available()).toBe(false);
  stage.setAnswering(true);
  await stage.pass(70 * second);
  expect([...seen(stage), stage.remade()]).toEqual(['none', true, 1, 0]);
});

test('a desktop that never answers: asked once a minute, no more', async () => {
  const stage = await setTrayStage(undefined, { isBusy: true });
  await stage.pass(hour);
  expect(stage.looks()).toBeLessThanOrEqual(62);
});

test('a panel that restarts within five seconds: nothing', async () => {
  const stage = await setTrayStage(panel);
  await stage.pass(minute);
  stage.setTray(undefined);
  await stage.pass(5 * second);
  stage.setTray(nextPanel);
  await stage.pass(hour);
  expect([...seen(stage), stage.remade()]).toEqual(['none', true, 0, 0]);
});

test('the window closed while the panel restarts: not lost, and gone with the icon back', async () => {
  const stage = await setTrayStage(panel);
  stage.setTray(undefined);
  await stage.pass(2 * second);
  stage.close();
  expect(stage.window()).toBe('waiting');
  stage.setTray(nextPanel);
  await stage.pass(5 * second);
  expect(seen(stage)).toEqual(['none', true, 0]);
});

test('a panel that is gone for good: a window waits, told once', async () => {
  const stage = await setTrayStage(panel);
  await stage.pass(hour);
  stage.setTray(undefined);
  await stage.pass(hour);
  expect(seen(stage)).toEqual(['waiting', false, 1]);
});

test('a shell that takes its tray away with every locked screen: told once, and nothing of it stays', async () => {
  const stage = await setTrayStage(panel);
  for (let number = 0; number < 5; number += 1) {
    stage.setTray(undefined);
    await stage.pass(hour);
    stage.setTray({ watcher: `:1.${20 + number}` });
    await stage.pass(hour);
    expect([...seen(stage), stage.standing()]).toEqual(['none', true, 1, false]);
  }
  // GNOME reads its picture from a file that may be gone by then.
  expect([stage.remade(), stage.redrawn()]).toEqual([0, 5]);
});

test('a panel that crashes every four seconds for an hour: nothing is said, nothing is made anew', async () => {
  const stage = await setTrayStage(panel);
  for (let number = 0; number < 900; number += 1) {
    stage.setTray(number % 2 === 0 ? undefined : { watcher: `:1.${20 + number}` });
    await stage.pass(4 * second);
  }
  expect([...seen(stage), stage.remade()]).toEqual(['none', true, 0, 0]);
});

test('a panel that never takes the icon: made anew three times, then told, and the window stays within reach', async () => {
  const stage = await setTrayStage({ ...panel, takesUs: false });
  await stage.pass(hour);
  expect([...seen(stage), stage.remade()]).toEqual(['shown', false, 1, 3]);
  expect(stage.clock.timers()).toBe(0);
});

test('panels that never take the icon and crash all the time: made anew once a minute at most', async () => {
  const stage = await setTrayStage({ ...panel, takesUs: false });
  for (let number = 0; number < 600; number += 1) {
    stage.setTray({ watcher: `:1.${20 + number}`, takesUs: false });
    await stage.pass(6 * second);
  }
  expect(stage.remade()).toBeGreaterThan(3);
  expect(stage.remade()).toBeLessThanOrEqual(63);
  expect(stage.told()).toBe(1);
});

test('a list that cannot be read: the icon is believed to be on it, and a late one is made anew once', async () => {
  const early = await setTrayStage({ ...panel, tells: false });
  await early.pass(minute);
  expect([...seen(early), early.remade()]).toEqual(['none', true, 0, 0]);
  const late = await setTrayStage();
  await late.pass(minute);
  late.setTray({ ...panel, tells: false });
  await late.pass(minute);
  expect([late.available(), late.remade()]).toEqual([true, 1]);
});

test('only a tray of the older protocol: nothing is said beside the icon', async () => {
  const stage = await setTrayStage();
  stage.setLegacy(true);
  await stage.pass(hour);
  expect([...seen(stage), stage.remade()]).toEqual(['none', true, 0, 0]);
});

test('a panel that gives way to one of the older protocol: the icon is made anew for it', async () => {
  const stage = await setTrayStage(panel);
  await stage.pass(minute);
  stage.setLegacy(true);
  stage.setTray(undefined);
  await stage.pass(minute);
  expect([...seen(stage), stage.remade()]).toEqual(['none', true, 0, 1]);
});

test('a panel that has both protocols and restarts: nothing is made anew', async () => {
  const stage = await setTrayStage(panel);
  await stage.pass(minute);
  stage.setTray(undefined);
  await stage.pass(2 * second);
  stage.setLegacy(true);
  stage.setTray(undefined);
  await stage.pass(second);
  stage.setTray(nextPanel);
  await stage.pass(minute);
  expect([...seen(stage), stage.remade()]).toEqual(['none', true, 0, 0]);
});

test('a bus full of signals: asked once a second, no more', async () => {
  const stage = await setTrayStage(panel);
  for (let number = 0; number < 600; number += 1) {
    stage.setTray(panel);
    await stage.pass(100);
  }
  expect(stage.looks()).toBeLessThanOrEqual(62);
});
