/** The app's reaction to a real session bus and to any owner of the watcher's name. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTrayBus } from '../../../main/desktop/status-notifier.ts';
import type { TrayBus } from '../../../main/desktop/status-notifier.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { connectSessionBus } from '../../../main/platform/session-bus.ts';
import { eventually } from '../../desktop/wait.ts';
import type { StandInWatcher, WatcherAnswers } from '../../servers/tray-watcher.ts';
import { startWatcher } from '../../servers/tray-watcher.ts';
import type { PrivateBus } from '../private-bus.ts';
import { startPrivateBus } from '../private-bus.ts';

let bus: PrivateBus;
let address: string;
beforeAll(async () => {
  bus = await startPrivateBus();
  address = bus.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
});
afterAll(() => bus.stop());

let tray: TrayBus;
let signals = 0;
let watchers: StandInWatcher[] = [];
beforeEach(() => {
  signals = 0;
  tray = createTrayBus({
    connect: (on) => connectSessionBus({ clock, address, answerMs: 400, ...on }),
    onSignal: () => (signals += 1),
  });
});
afterEach(() => {
  tray.dispose();
  for (const one of watchers) one.stop();
  watchers = [];
});
async function watch(answers: WatcherAnswers | 'silence'): Promise<StandInWatcher> {
  const watcher = await startWatcher(address);
  watcher.answer(answers);
  watchers.push(watcher);
  return watcher;
}
const signalled = (count: number) =>
  eventually(`${count} signals`, () => (signals >= count ? true : undefined));
const gone = () =>
  eventually('the watcher to go', async () =>
    (await tray.look()).watcher === undefined ? true : undefined,
  );

/** A name owned by this process would be ours; the bus itself is another program with a name. */
const foreign = 'org.freedesktop.DBus';

test('nobody of that name: no tray', async () => {
  expect(await tray.look()).toEqual({ hosted: false });
});

test.each<readonly [string, WatcherAnswers | 'silence']>([
  ['knows no such object', {}],
  ['says that there is no host', { hosted: false, items: [] }],
  ['says something else than yes or no', { hosted: 'true', items: [] }],
  ['never answers', 'silence'],
])('an owner that %s: no tray', async (_what, answers) => {
  await watch(answers);
  expect(await tray.look()).toEqual({ watcher: expect.any(String), hosted: false });
});

test.each<readonly [string, WatcherAnswers['items'], boolean | undefined]>([
  ['is empty', [], false],
  ['has others only', [`${foreign}/StatusNotifierItem`, ':1.99999'], false],
  ['has us by our own name', [foreign, 'OWN/StatusNotifierItem'], true],
  ['has us by our name alone', ['OWN'], true],
  ['has a path alone', ['/StatusNotifierItem'], undefined],
  ['has a path alone, and us', ['/org/ayatana/Item', 'OWN/x/y'], true],
  // As GNOME's AppIndicator extension writes it.
  ['has us by name and path', [`${foreign}@/StatusNotifierItem`, 'OWN@/StatusNotifierItem'], true],
  ['has others only, by name and path', [`${foreign}@/StatusNotifierItem`], false],
  ['has what is no name', ['no name at all', '::', '?/x', `${foreign}#1`], undefined],
  ['is no list', 'nonsense', undefined],
  ['cannot be read', undefined, undefined],
  ['is endless', Array.from({ length: 101 }, (_, at) => `:1.${at}/x`), undefined],
])('a host is there, and its list %s', async (_what, items, listed) => {
  const watcher = await watch({ hosted: true });
  const { watcher: own } = await tray.look();
  const named = Array.isArray(items)
    ? items.map((one: string) => one.replace('OWN', own ?? ''))
    : items;
  watcher.answer({ hosted: true, ...(named === undefined ? {} : { items: named }) });
  const look = await tray.look();
  expect([look.hosted, look.listed]).toEqual([true, listed]);
});

test('hears of it when the watcher comes, has a host, loses it, and goes', async () => {
  await tray.look();
  const watcher = await watch({ hosted: false });
  await signalled(1);
  expect((await tray.look()).hosted).toBe(false);
  watcher.answer({ hosted: true });
  watcher.signal('StatusNotifierHostRegistered');
  await signalled(2);
  expect((await tray.look()).hosted).toBe(true);
  watcher.answer({ hosted: false });
  watcher.signal('StatusNotifierHostUnregistered');
  await signalled(3);
  expect((await tray.look()).hosted).toBe(false);
  watcher.stop();
  await signalled(4);
  await gone();
});

test('hears nothing of what others say in the watcher’s words', async () => {
  await tray.look();
  const watcher = await watch({ hosted: true });
  await signalled(1);
  const stranger = await startWatcher(address);
  watchers.push(stranger);
  stranger.signal('StatusNotifierHostUnregistered');
  // Signals that the watcher sends after it appears arrive in that order.
  watcher.signal('StatusNotifierHostRegistered');
  await signalled(2);
  expect(signals).toBe(2);
});

test('a bus that is gone is no tray, and one that comes back is asked again', async () => {
  const own = await startPrivateBus();
  const place = own.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
  const places = [place];
  const here = createTrayBus({
    connect: (on) => connectSessionBus({ clock, address: places[0] ?? '', answerMs: 400, ...on }),
    onSignal: () => (signals += 1),
  });
  const watcher = await startWatcher(place);
  watcher.answer({ hosted: true });
  expect((await here.look()).hosted).toBe(true);
  watcher.stop();
  await own.stop();
  expect(await here.look()).toEqual({ hosted: false, unanswered: true });
  places[0] = address;
  await watch({ hosted: true });
  expect((await here.look()).hosted).toBe(true);
  here.dispose();
});

test.each(['', 'disabled:', 'unix:path=/nowhere/bus', 'unix:path=/dev/null', 'autolaunch:'])(
  'an address that leads nowhere (%s): no tray',
  async (nowhere) => {
    const lost = createTrayBus({
      connect: (on) => connectSessionBus({ clock, address: nowhere, answerMs: 400, ...on }),
      onSignal: () => undefined,
    });
    expect(await lost.look()).toEqual({ hosted: false, unanswered: true });
  },
);
