/**
 * Notifications while the desktop's server hangs, goes and comes back: none is lost, none is shown twice, nothing
 * blocks.
 */
import { expect, test } from 'vitest';
import { setNotificationStage } from './notification-stage.ts';

type Stage = ReturnType<typeof setNotificationStage>;
const minuteMs = 60_000;

/** A period in which nothing can be shown, and its end. */
const bad: readonly (readonly [string, (stage: Stage) => void, (stage: Stage) => void])[] = [
  ['hangs', (it) => it.hang(), (it) => it.goOn()],
  ['hangs and is killed', hangAndDie, (it) => it.come()],
  ['is not there', (it) => it.kill(), (it) => it.come()],
  ['goes with its bus', (it) => it.loseBus(), (it) => it.findBus()],
];

function hangAndDie(stage: Stage): void {
  stage.hang();
  stage.clock.after(minuteMs / 2, stage.kill);
}

test.each(bad)('what is to be shown while the server %s comes late and once', async (...row) => {
  const [, begin, end] = row;
  const stage = setNotificationStage();
  begin(stage);
  stage.show('Calls is down');
  await stage.pass(2 * minuteMs);
  stage.show('Pads is down');
  await stage.pass(2 * minuteMs);
  expect(stage.screen()).toEqual([]);
  end(stage);
  await stage.pass(minuteMs);
  expect(stage.ever()).toEqual(['Calls is down', 'Pads is down']);
  await stage.pass(60 * minuteMs);
  expect(stage.ever()).toHaveLength(2);
});

test('a server that announces itself while it already takes one is sent the one before it at once', async () => {
  const stage = setNotificationStage();
  stage.show('Chat is down');
  await stage.pass(0);
  stage.hang();
  stage.show('Calls is down');
  stage.show('Pads is down');
  await stage.pass(0);
  stage.kill();
  // Started on demand, it reads once it is ready.
  stage.hang();
  await stage.pass(0);
  stage.come();
  stage.goOn();
  await stage.pass(1000);
  expect(stage.ever().toSorted()).toEqual(['Calls is down', 'Chat is down', 'Pads is down']);
});

test.each(bad)('that the server %s is said, and taken back', async (_what, begin, end) => {
  const stage = setNotificationStage();
  begin(stage);
  stage.show('Calls is down');
  await stage.pass(2 * minuteMs);
  expect(stage.told()).toEqual([false]);
  end(stage);
  await stage.pass(minuteMs);
  expect(stage.told()).toEqual([false, true]);
});

test.each(bad)('while it %s a newer one takes the place of the last', async (_what, begin, end) => {
  const stage = setNotificationStage();
  const first = stage.show('first');
  await stage.pass(1000);
  begin(stage);
  const second = stage.show('Calls is down', { replaces: first });
  await stage.pass(2 * minuteMs);
  stage.show('Calls and Pads are down', { replaces: second });
  await stage.pass(2 * minuteMs);
  end(stage);
  await stage.pass(minuteMs);
  expect(stage.screen()).toEqual(['Calls and Pads are down']);
});

test('one that was taken back before anybody could show it is not shown', async () => {
  const stage = setNotificationStage();
  stage.kill();
  const notice = stage.show('No tray icon on this desktop');
  await stage.pass(minuteMs);
  notice.withdraw();
  stage.come();
  await stage.pass(minuteMs);
  expect(stage.ever()).toEqual([]);
});

test('a server that answers at once is no trouble, and a click is heard once it is shown', async () => {
  const stage = setNotificationStage();
  const clicks: string[] = [];
  const notice = stage.show('Chat is down');
  stage.show('Calls is down', { onClick: () => clicks.push('calls') });
  stage.show('Pads is down', { onClick: () => clicks.push('pads') });
  await stage.pass(minuteMs);
  stage.press('Pads is down');
  stage.press('Calls is down');
  expect(clicks).toEqual(['pads', 'calls']);
  expect(stage.screen()).toEqual(['Chat is down']);
  notice.withdraw();
  await stage.pass(0);
  expect(stage.screen()).toEqual([]);
  expect(stage.told()).toEqual([]);
});

test.each<[string, string, readonly unknown[]]>([
  ['of another program', 'ActionInvoked', [99, 'default']],
  ['of no number', 'ActionInvoked', ['1', 'default']],
  ['of another action', 'ActionInvoked', [1, 'reply']],
  ['without a word', 'ActionInvoked', []],
  ['of one that was put away', 'NotificationClosed', [1, 2]],
])('a click %s is none of ours', async (_what, member, body) => {
  const stage = setNotificationStage();
  let clicks = 0;
  stage.show('Calls is down', { onClick: () => (clicks += 1) });
  await stage.pass(0);
  stage.signal(member, body);
  await stage.pass(minuteMs);
  if (member === 'NotificationClosed') stage.signal('ActionInvoked', [1, 'default']);
  expect(clicks).toBe(0);
});

test('a server that shows nothing for days costs no memory without end', async () => {
  const stage = setNotificationStage();
  stage.kill();
  for (let at = 1; at <= 200; at += 1) stage.show(`number ${at}`);
  const settle = async () => {
    for (let turn = 0; turn < 50; turn += 1) await stage.pass(0);
  };
  await settle();
  stage.come();
  await settle();
  expect(stage.ever()).toHaveLength(50);
  expect(stage.ever().at(-1)).toBe('number 200');
});

test('one that the server refuses holds up no other, and nobody is told that all wait', async () => {
  const stage = setNotificationStage();
  stage.show('odd');
  stage.show('Calls\u0000 is down');
  await stage.pass(0);
  expect([stage.screen(), stage.told()]).toEqual([['Calls is down'], []]);
});

test('the end of the app takes the last one back, and waits for nobody', async () => {
  const stage = setNotificationStage();
  stage.show('Calls is down');
  await stage.pass(0);
  stage.notifications.dispose();
  expect(stage.screen()).toEqual([]);
  stage.hang();
  stage.notifications.dispose();
  expect(stage.clock.timers()).toBe(0);
});
