/**
 * Notifications of a Linux desktop (https://specifications.freedesktop.org/notification-spec/latest/), over a connection
 * of our own: Electron's wait in the main process for a server that hangs, for two minutes each.
 *
 * One at a time. What is out waits for its answer as long as it takes, because a server that goes on after a while still
 * shows it; what the server never got is sent again, to it or to the next one. So none is lost, and none comes twice.
 */
import * as v from 'valibot';
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { BusSignal, BusTarget, ConnectBus, SessionBus } from '../platform/bus.ts';
import type { Clock } from '../platform/clock.ts';
import { asPlainText } from './markup.ts';
import type { Notifications } from '../core/notifications/notification.ts';

export type BusNotificationsParts = Readonly<{
  clock: Clock;
  appName: string;
  iconUrl: string;
  connect: ConnectBus;
  /** Whether the desktop shows them, told when it changes. */
  onShown: (shown: boolean) => void;
}>;

type Notice = {
  readonly text: NoticeText;
  readonly onClick: () => void;
  /** With the server, which has not answered yet. */
  isOut: boolean;
  isTakenBack: boolean;
  /** The server's, once it has answered. */
  id?: number;
};

const serverName = 'org.freedesktop.Notifications';
const server: BusTarget = {
  name: serverName,
  path: '/org/freedesktop/Notifications',
  face: serverName,
};
const rules = [
  `type='signal',sender='${serverName}',interface='${serverName}'`,
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${serverName}'`,
];

/** After this long without an answer, in ms, the window says that notifications are not shown. */
const lateMs = 10_000;
/** A server that comes announces itself; a bus that comes does not. In ms. */
const againMs = 30_000;
/** More than a person would read after a day without a server: the oldest go. */
const waitingLimit = 50;

export function createBusNotifications(parts: BusNotificationsParts): Notifications {
  const { clock } = parts;
  let waiting: readonly Notice[] = [];
  const standing = new Map<number, Notice>();
  let latest: Notice | undefined;
  let bus: SessionBus | undefined;
  let isBusy = false;
  let isOver = false;
  let shown = true;
  let cancelAgain = () => {};

  const tell = (isShown: boolean) => {
    if (isShown === shown || isOver) return;
    shown = isShown;
    parts.onShown(isShown);
  };
  const close = (id: number) => {
    standing.delete(id);
    bus?.callPatiently(server, 'CloseNotification', 'u', [id]).catch(() => undefined);
  };
  const takeBack = (notice: Notice) => {
    notice.isTakenBack = true;
    if (!notice.isOut) waiting = waiting.filter((one) => one !== notice);
    if (notice.id !== undefined) close(notice.id);
  };

  const onSignal = ({ member, body }: BusSignal) => {
    if (member === 'NameOwnerChanged') {
      // Another server knows nothing of what the last one has shown.
      standing.clear();
      void pump();
    }
    const [id, action] = body;
    if (typeof id !== 'number') return;
    if (member === 'ActionInvoked' && action === 'default') standing.get(id)?.onClick();
    if (member === 'NotificationClosed') standing.delete(id);
  };
  const onEnd = () => {
    bus = undefined;
    standing.clear();
  };
  const connected = async (): Promise<SessionBus> => {
    if (bus) return bus;
    const made = await parts.connect({ rules, onSignal, onEnd });
    if (isOver) made.close();
    bus = made;
    return made;
  };

  const send = async (notice: Notice) => {
    const to = await connected();
    if (notice.isTakenBack || isOver) return;
    notice.isOut = true;
    const [id] = await to.callPatiently(server, 'Notify', 'susssasa{sv}i', messageOf(notice, to));
    notice.id = v.parse(v.number(), id);
    if (notice.isTakenBack) close(notice.id);
    else standing.set(notice.id, notice);
  };
  const sendOne = async (notice: Notice) => {
    const cancelLate = clock.after(lateMs, () => tell(false));
    try {
      await send(notice);
      waiting = waiting.filter((one) => one !== notice);
      if (notice.id !== undefined) tell(true);
    } finally {
      notice.isOut = false;
      cancelLate();
    }
  };
  /** All that wait, each once: one that the server refuses holds up no other. */
  const sendAll = async () => {
    const tried = new Set<Notice>();
    const next = () => (isOver ? undefined : waiting.find((one) => !tried.has(one)));
    let isAnyShown = false;
    for (let one = next(); one; one = next()) {
      tried.add(one);
      const isShown = await sendOne(one).then(
        () => true,
        () => false,
      );
      isAnyShown ||= isShown;
    }
    waiting = waiting.filter((one) => !one.isTakenBack);
    if (waiting.length === 0 || isOver) return;
    // No bus, no server, or one that ended before it could show them.
    if (!isAnyShown) tell(false);
    cancelAgain = clock.after(againMs, () => void pump());
  };
  const pump = async () => {
    if (isBusy) return;
    isBusy = true;
    cancelAgain();
    await sendAll();
    isBusy = false;
  };
  const messageOf = ({ text: { title, body, urgent } }: Notice, { variant }: SessionBus) => [
    parts.appName,
    0,
    parts.iconUrl,
    sayable(title),
    sayable(asPlainText(body)),
    ['default', parts.appName],
    {
      // Never critical, which breaks through Do Not Disturb: docs/decisions/0010-do-not-disturb.md.
      urgency: variant('y', 1),
      'desktop-entry': variant('s', 'coop-tray'),
      ...(urgent ? {} : { 'suppress-sound': variant('b', true) }),
    },
    // What is urgent stays until it is dismissed; of all else the server decides.
    urgent ? 0 : -1,
  ];

  return {
    show: (text, { replaces, onClick }) => {
      if (replaces && latest) takeBack(latest);
      const notice: Notice = { text, onClick, isOut: false, isTakenBack: false };
      latest = notice;
      waiting = [...waiting, notice].slice(-waitingLimit);
      void pump();
      return () => takeBack(notice);
    },
    dispose: () => {
      isOver = true;
      cancelAgain();
      if (latest) takeBack(latest);
      bus?.close();
    },
  };
}

/** The bus ends a connection on which a text holds the character of no value. */
function sayable(text: string): string {
  return text.replaceAll('\u0000', '');
}
