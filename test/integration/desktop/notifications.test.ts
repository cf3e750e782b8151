/** Notifications with buttons over a real session bus. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createBusNotifications } from '../../../main/desktop/bus-notifications.ts';
import type {
  NoticeOptions,
  Notifications,
} from '../../../main/core/notifications/notification.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { connectSessionBus } from '../../../main/platform/session-bus.ts';
import { eventually } from '../../desktop/wait.ts';
import type { StandInNotifications } from '../../servers/notification-server.ts';
import { startNotificationServer } from '../../servers/notification-server.ts';
import type { PrivateBus } from '../private-bus.ts';
import { startPrivateBus } from '../private-bus.ts';

let bus: PrivateBus;
let address: string;
beforeAll(async () => {
  bus = await startPrivateBus();
  address = bus.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
});
afterAll(() => bus.stop());

let server: StandInNotifications;
let notifications: Notifications;
let done: string[];
let onAnswered: (id: number) => void;
beforeEach(async () => {
  done = [];
  onAnswered = () => undefined;
  server = await startNotificationServer(address, { onAnswered: (id) => onAnswered(id) });
  notifications = createBusNotifications({
    clock,
    appName: 'Coop Tray',
    iconUrl: 'file:///app.png',
    clickLabel: 'Open',
    activate: (token) => done.push(`token ${token}`),
    connect: (listener) => connectSessionBus({ clock, address, answerMs: 2000, ...listener }),
    onShown: () => undefined,
  });
});
afterEach(() => {
  notifications.dispose();
  server.stop();
});

const show = (title: string, more: Partial<NoticeOptions> = {}) =>
  notifications.show(
    { title, body: 'The server is refusing connections.', urgent: true },
    {
      onClick: () => done.push(`open ${title}`),
      buttons: [{ label: 'Mute', onClick: () => done.push(`mute ${title}`) }],
      ...more,
    },
  );
const titles = () => [...server.screen().values()].map(({ title }) => title);
const screenIs = (...expected: readonly string[]) =>
  eventually(`the screen with ${expected.join(', ')}; it shows ${titles().join(', ')}`, () =>
    titles().join() === expected.join() ? true : undefined,
  );
const idOf = (title: string) =>
  [...server.screen()].find(([, one]) => one.title === title)?.[0] ?? 0;
const did = (...expected: readonly string[]) =>
  eventually(expected.join(', '), () => (done.join() === expected.join() ? true : undefined));

/** Meanwhile all that comes waits in the socket. */
function readNothing(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
}

test('a notification has its buttons, and says whose it is', async () => {
  show('Calls is down');
  await screenIs('Calls is down');
  expect(server.screen().get(idOf('Calls is down'))).toMatchObject({
    actions: ['default', 'Open', expect.any(String), 'Mute'],
    desktopEntry: 'io.github.hyphacoop.CoopTray',
  });
});

test('a button is pressed once, with the right to come to the front, and the notification leaves', async () => {
  show('Calls is down');
  await screenIs('Calls is down');
  const id = idOf('Calls is down');
  const key = server.screen().get(id)?.actions[2] ?? '';
  server.invoke(id, key, 'sway-1_TIME0');
  server.invoke(id, key);
  await did('token sway-1_TIME0', 'mute Calls is down');
  await screenIs();
  expect(done).toHaveLength(2);
});

test('a click that is read together with the answer to the notification is not lost', async () => {
  onAnswered = (id) => {
    server.invoke(id, 'default', 'sway-1_TIME0');
    readNothing();
  };
  show('Calls is down');
  await did('token sway-1_TIME0', 'open Calls is down');
});

// SwayNotificationCenter 54.
test('one that is said to be closed while another takes its place does not take that with it', async () => {
  server.stop();
  server = await startNotificationServer(address, {
    closesReplaced: true,
    onAnswered: readNothing,
  });
  // Each is sent once the one before is answered.
  const first = show('Calls is down');
  show('Pads is down');
  await screenIs('Calls is down', 'Pads is down');
  const second = show('Calls is up again', { replaces: first });
  show('Chat is down');
  await screenIs('Calls is up again', 'Pads is down', 'Chat is down');
  second.withdraw();
  await screenIs('Pads is down', 'Chat is down');
});

test('one takes the place of another, and not that of another program after a restart', async () => {
  const first = show('Calls is down');
  await screenIs('Calls is down');
  const second = show('Calls is up again', { replaces: first });
  await screenIs('Calls is up again');
  expect(idOf('Calls is up again')).toBe(1);
  server.stop();
  server = await startNotificationServer(address);
  const other = await connectSessionBus({
    clock,
    address,
    rules: [],
    onSignal: () => undefined,
    onEnd: () => undefined,
  });
  const to = {
    name: 'org.freedesktop.Notifications',
    path: '/org/freedesktop/Notifications',
    iface: 'org.freedesktop.Notifications',
  };
  const mail = ['mail', 0, '', 'You have mail', '', [], {}, -1];
  await other.call(to, 'Notify', 'susssasa{sv}i', mail);
  other.close();
  show('Calls is down', { replaces: second });
  await screenIs('You have mail', 'Calls is down');
});
