/** A notification server that hangs, exits, restarts and forgets, and a bus between it and the app. */
import { createBusNotifications } from '../../../main/desktop/bus-notifications.ts';
import type { BusListener, SessionBus } from '../../../main/platform/bus.ts';
import { fakeClock } from '../clock.ts';

type Question = Readonly<{
  member: string;
  body: readonly unknown[];
  answer: (value: readonly unknown[]) => void;
  refuse: (why: Error) => void;
}>;

export function setNotificationStage() {
  const clock = fakeClock();
  let server: 'well' | 'hung' | 'none' = 'well';
  let isBusThere = true;
  let listener: BusListener | undefined;
  let lastId = 0;
  /** What is on the screen, by id. */
  const screen = new Map<number, string>();
  /** Everything that was ever shown. */
  const ever: string[] = [];
  const told: boolean[] = [];
  const unread: Question[] = [];

  const take = ({ member, body, answer, refuse }: Question) => {
    if (String(body[3]).startsWith('odd')) return refuse(new Error('InvalidArgs'));
    if (member === 'CloseNotification') {
      screen.delete(Number(body[0]));
      return answer([]);
    }
    lastId += 1;
    screen.set(lastId, String(body[3]));
    ever.push(String(body[3]));
    answer([lastId]);
  };
  const ask: SessionBus['call'] = (_to, member, _signature, body = []) =>
    new Promise((answer, refuse) => {
      if (server === 'none') return refuse(new Error('ServiceUnknown'));
      unread.push({ member, body, answer, refuse });
      if (server === 'well') read();
    });
  const read = () => {
    for (const one of unread.splice(0)) take(one);
  };
  const signal = (member: string, body: readonly unknown[]) =>
    listener?.onSignal({ iface: 'org.freedesktop.Notifications', member, body });
  const newOwner = () => signal('NameOwnerChanged', ['org.freedesktop.Notifications', '', ':1.9']);

  const notifications = createBusNotifications({
    clock,
    appName: 'Coop Tray',
    iconUrl: 'file:///app.png',
    connect: async (on) => {
      if (!isBusThere) throw new Error('ECONNREFUSED');
      listener = on;
      return {
        call: ask,
        callWithoutTimeout: ask,
        variant: (_signature, value) => value,
        name: ':1.1',
        close: () => undefined,
      };
    },
    onShown: (shown) => told.push(shown),
  });

  return {
    clock,
    pass: clock.pass,
    notifications,
    show: (title: string, replaces = false, onClick: () => void = () => undefined) =>
      notifications.show({ title, body: '<b>', urgent: true }, { replaces, onClick }),
    hang: () => (server = 'hung'),
    goOn: () => {
      server = 'well';
      read();
    },
    /** It exits with its unread messages and everything it shows. */
    kill: () => {
      server = 'none';
      screen.clear();
      for (const one of unread.splice(0)) one.refuse(new Error('NoReply'));
    },
    come: () => {
      server = 'well';
      newOwner();
    },
    loseBus: () => {
      isBusThere = false;
      server = 'none';
      // The server is a program of the same session.
      screen.clear();
      for (const one of unread.splice(0)) one.refuse(new Error('the connection has ended'));
      listener?.onEnd();
    },
    findBus: () => {
      isBusThere = true;
      server = 'well';
    },
    click: (title: string) => {
      const [id] = [...screen].find(([, one]) => one === title) ?? [];
      signal('ActionInvoked', [id, 'default']);
    },
    signal,
    screen: () => [...screen.values()],
    ever: () => ever,
    told: () => told,
  };
}
