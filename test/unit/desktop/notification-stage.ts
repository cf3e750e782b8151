/** A notification server that hangs, exits, restarts and forgets, and a bus between it and the app. */
import type { NoticeOptions, ShownNotice } from '../../../main/core/notifications/notification.ts';
import { createBusNotifications } from '../../../main/desktop/bus-notifications.ts';
import type { BusListener, SessionBus } from '../../../main/platform/bus.ts';
import { fakeClock } from '../clock.ts';

type Question = Readonly<{
  member: string;
  body: readonly unknown[];
  answer: (value: readonly unknown[]) => void;
  refuse: (why: Error) => void;
}>;

export type StageOptions = Readonly<{
  /** What the server says it can do; it refuses to say if undefined. */
  capabilities?: readonly unknown[] | undefined;
  /** What it calls itself; it refuses to say if left out. LXQt's changes no buttons. */
  name?: 'lxqt-notificationd';
  /** What the server makes of the id that is to be replaced: the specification's way, if left out. */
  replace?: 'new id' | 'new id beside the old';
}>;

const bodyText = 'Tools & Toys <b>now</b> <3 &lt;';
const usual = ['body', 'actions', 'persistence'];

export function setNotificationStage(options: StageOptions = {}) {
  const capabilities = 'capabilities' in options ? options.capabilities : usual;
  const clock = fakeClock();
  let server: 'well' | 'hung' | 'none' = 'well';
  let isBusThere = true;
  let listener: BusListener | undefined;
  let lastId = 0;
  /** What is on the screen, by id. */
  const screen = new Map<number, string>();
  /** Of each notification on the screen. */
  const labels = new Map<number, readonly string[]>();
  /** Everything that was ever shown. */
  const ever: string[] = [];
  const told: boolean[] = [];
  const tokens: string[] = [];
  /** Ids that the app asked to close. */
  const closed: number[] = [];
  /** The bus names that were asked to. */
  const closedAt: string[] = [];
  const unread: Question[] = [];

  const place = (replacesId: number): number => {
    if (replacesId !== 0 && screen.has(replacesId)) {
      if (options.replace === undefined) return replacesId;
      if (options.replace === 'new id') screen.delete(replacesId);
    }
    lastId += 1;
    return lastId;
  };
  const bodies = new Map<string, unknown>();
  const take = ({ member, body, answer, refuse }: Question) => {
    if (String(body[3]).startsWith('odd')) return refuse(new Error('InvalidArgs'));
    if (member === 'GetCapabilities') {
      return capabilities ? answer([capabilities]) : refuse(new Error('UnknownMethod'));
    }
    if (member === 'GetServerInformation') {
      return options.name === undefined
        ? refuse(new Error('UnknownMethod'))
        : answer([options.name]);
    }
    if (member === 'CloseNotification') {
      screen.delete(Number(body[0]));
      closed.push(Number(body[0]));
      return answer([]);
    }
    const id = place(Number(body[1]));
    screen.set(id, String(body[3]));
    if (options.name === undefined || !labels.has(id)) labels.set(id, body[5] as readonly string[]);
    ever.push(String(body[3]));
    bodies.set(String(body[3]), body[4]);
    answer([id]);
  };
  const ask: SessionBus['call'] = ({ name }, member, _signature, body = []) =>
    new Promise((answer, refuse) => {
      if (server === 'none') return refuse(new Error('ServiceUnknown'));
      // The bus itself answers, while the server hangs too.
      if (member === 'GetNameOwner') return answer([':1.9']);
      if (member === 'CloseNotification') closedAt.push(name);
      unread.push({ member, body, answer, refuse });
      if (server === 'well') read();
    });
  const read = () => {
    for (const one of unread.splice(0)) take(one);
  };
  const signal = (member: string, body: readonly unknown[]) =>
    listener?.onSignal({ iface: 'org.freedesktop.Notifications', member, body });
  const newOwner = () => signal('NameOwnerChanged', ['org.freedesktop.Notifications', '', ':1.9']);
  const idOf = (title: string) => [...screen].find(([, one]) => one === title)?.[0] ?? 0;
  const actionsOf = (title: string) => labels.get(idOf(title)) ?? [];

  const notifications = createBusNotifications({
    clock,
    appName: 'Coop Tray',
    iconUrl: 'file:///app.png',
    clickLabel: 'Open',
    activate: (token) => tokens.push(token),
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
  const show = (title: string, more: Partial<NoticeOptions> = {}): ShownNotice =>
    notifications.show(
      { title, body: bodyText, urgent: true },
      { onClick: () => undefined, ...more },
    );

  return {
    clock,
    pass: clock.pass,
    notifications,
    show,
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
    /** Another server takes over at once; its ids begin anew, and others have used some. */
    restart: (others: readonly string[] = []) => {
      screen.clear();
      lastId = 0;
      for (const title of others) {
        lastId += 1;
        screen.set(lastId, title);
      }
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
    idOf,
    /** Labels of its actions, the click first. */
    labelsOf: (title: string) => actionsOf(title).filter((_one, at) => at % 2 === 1),
    /** Presses a button, or clicks beside them. */
    press: (title: string, label?: string) => {
      const actions = actionsOf(title);
      const at = label === undefined ? 0 : actions.indexOf(label) - 1;
      signal('ActionInvoked', [idOf(title), actions[at]]);
    },
    signal,
    screen: () => [...screen.values()],
    ever: () => ever,
    closed: () => closed,
    closedAt: () => closedAt,
    bodyOf: (title: string) => bodies.get(title),
    told: () => told,
    tokens: () => tokens,
  };
}
