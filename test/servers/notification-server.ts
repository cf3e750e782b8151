/** A stand-in for a desktop's notification server, on a real bus: it keeps what it is sent, and a test clicks for it. */
import type { EventEmitter } from 'node:events';
import type { Variant } from '@jellybrick/dbus-next';
import { Message, MessageType, sessionBus } from '@jellybrick/dbus-next';

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';

export type Shown = Readonly<{
  title: string;
  /** Key and label in turn. */
  actions: readonly string[];
  /** The hint by which a desktop finds the app's name and icon. */
  desktopEntry: unknown;
}>;

export type StandInNotifications = Readonly<{
  /** By id. */
  screen: () => ReadonlyMap<number, Shown>;
  /** Presses a button, or clicks the notification if its key is `default`; `token` comes before, as in version 1.2. */
  invoke: (id: number, key: string, token?: string) => void;
  stop: () => void;
}>;

export type ServerWays = Readonly<{
  /** Called with each id, once it is on its way to who asked. */
  onAnswered?: (id: number) => void;
  /** Says of one that is replaced that it is closed, before it answers. */
  closesReplaced?: boolean;
}>;

/** Owns the name once it resolves. */
export async function startNotificationServer(
  busAddress: string,
  { onAnswered = () => undefined, closesReplaced = false }: ServerWays = {},
): Promise<StandInNotifications> {
  const bus = sessionBus({ busAddress });
  const failures: EventEmitter = bus;
  failures.on('error', () => undefined);
  await new Promise<void>((resolve) => bus.once('connect', resolve));
  const screen = new Map<number, Shown>();
  let lastId = 0;
  const signal = (member: string, types: string, ...body: readonly unknown[]) =>
    bus.send(Message.newSignal(path, name, member, types, [...body]));

  const notify = (body: readonly unknown[]): number => {
    const [, replacesId, , title, , actions, hints] = body as readonly [
      string,
      number,
      string,
      string,
      string,
      string[],
      Readonly<Record<string, Variant>>,
    ];
    if (closesReplaced && screen.has(replacesId)) signal('NotificationClosed', 'uu', replacesId, 3);
    if (!screen.has(replacesId)) lastId += 1;
    const id = screen.has(replacesId) ? replacesId : lastId;
    screen.set(id, { title, actions, desktopEntry: hints['desktop-entry']?.value });
    return id;
  };
  bus.addMethodHandler((message) => {
    if (message.type !== MessageType.METHOD_CALL || message.path !== path) return false;
    const reply = (types: string, ...body: readonly unknown[]) =>
      bus.send(Message.newMethodReturn(message, types, [...body]));
    if (message.member === 'GetCapabilities') reply('as', ['actions', 'body']);
    else if (message.member === 'Notify') {
      const id = notify(message.body);
      reply('u', id);
      onAnswered(id);
    } else if (message.member === 'CloseNotification') {
      const id = Number(message.body[0]);
      reply('');
      if (screen.delete(id)) signal('NotificationClosed', 'uu', id, 3);
    } else return false;
    return true;
  });
  await bus.requestName(name, 0);
  return {
    screen: () => screen,
    invoke: (id, key, token) => {
      if (token !== undefined) signal('ActivationToken', 'us', id, token);
      signal('ActionInvoked', 'us', id, key);
    },
    stop: () => bus.disconnect(),
  };
}
