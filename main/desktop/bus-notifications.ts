/**
 * Notifications on Linux, over our own bus connection: Electron's block the main process for two minutes each while the
 * server hangs, and have no buttons.
 *
 * One at a time. A notification that was sent waits for its reply without a limit, because a server that recovers still
 * shows it; one that was not sent is retried, with this server or the next. So none is lost, and none is shown twice.
 */
import type { ConnectBus } from '../platform/bus.ts';
import type { Clock } from '../platform/clock.ts';
import type {
  NoticeOptions,
  Notifications,
  ShownNotice,
} from '../core/notifications/notification.ts';
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { Notice } from './notice-queue.ts';
import { createNoticeQueue } from './notice-queue.ts';
import { createNotificationServer } from './notification-server.ts';
import { createScreen } from './notices-on-screen.ts';

export type BusNotificationsDeps = Readonly<{
  clock: Clock;
  appName: string;
  iconUrl: string;
  /** What a click does, if a notification does not say it. */
  clickLabel: string;
  connect: ConnectBus;
  /** Hands on the right to come to the front, before a click opens the window. */
  activate: (token: string) => void;
  /** Called when the desktop starts or stops showing notifications. */
  onShown: (shown: boolean) => void;
}>;

/** What desktops have room for. */
const buttonLimit = 3;

export function createBusNotifications(deps: BusNotificationsDeps): Notifications {
  const server = createNotificationServer(deps);
  const screen = createScreen(deps.clock, server.close);
  const handles = new WeakMap<ShownNotice, Notice>();
  let isDisposed = false;
  let made = 0;

  const queue = createNoticeQueue({
    clock: deps.clock,
    send: async (notice) => {
      const notify = await server.connect();
      if (notice.isOver || isDisposed) return false;
      notice.isInFlight = true;
      const before = placeOf(notice, screen.idOf);
      const id = await notify(notice.message, before ?? 0);
      notice.replaces = undefined;
      screen.put(id, notice, before);
      return true;
    },
  });
  const withdraw = (notice: Notice) => {
    notice.isOver = true;
    queue.remove(notice);
    screen.take(notice);
    // Of one that was never shown, what it was to replace still is.
    if (notice.replaces) withdraw(notice.replaces);
  };

  queue.onShown(deps.onShown);
  server.onInvoke(({ id, key, token }) => {
    const act = screen.get(id)?.actions.get(key);
    if (!act) return;
    // Once: servers differ in whether a click closes a notification.
    screen.remove(id);
    if (token !== undefined) deps.activate(token);
    act();
  });
  server.onClosed(({ id, expired }) => screen.leave(id, expired));
  // Ids of an earlier server or bus may be those of others now.
  server.onDisconnect(screen.forget);
  server.onOwnerChange(() => {
    screen.forget();
    queue.retry();
  });

  return {
    show: (text, options) => {
      made += 1;
      const replaces = options.replaces && handles.get(options.replaces);
      const notice = noticeOf(text, options, { clickLabel: deps.clickLabel, key: made, replaces });
      if (replaces) {
        // What was not shown yet need not be, and what is on its way is closed when it arrives.
        replaces.isOver = true;
        queue.remove(replaces);
      }
      queue.add(notice);
      const handle = { withdraw: () => withdraw(notice) };
      handles.set(handle, notice);
      return handle;
    },
    dispose: () => {
      isDisposed = true;
      queue.dispose();
      // Nobody would answer their buttons any more.
      screen.clear();
      server.dispose();
    },
  };
}

/** The id that a notification takes over: of what it replaces, or of what that would have replaced. */
function placeOf(
  { replaces }: Notice,
  idOf: (notice: Notice) => number | undefined,
): number | undefined {
  return replaces && (idOf(replaces) ?? placeOf(replaces, idOf));
}

/**
 * Keys are unlike those of any other: a button of the notification before, pressed while it is replaced, must not do
 * what the new one's would.
 */
function noticeOf(
  text: NoticeText,
  { onClick, clickLabel, buttons = [] }: NoticeOptions,
  own: Readonly<{ clickLabel: string; key: number; replaces: Notice | undefined }>,
): Notice {
  const all = [
    { key: 'default', label: clickLabel ?? own.clickLabel, onClick },
    ...buttons
      .slice(0, buttonLimit)
      .map(({ label, onClick: act }, at) => ({ key: `${own.key}-${at}`, label, onClick: act })),
  ];
  return {
    message: { text, actions: all.map(({ key, label }) => ({ key, label })) },
    actions: new Map(all.map(({ key, onClick: act }) => [key, act])),
    replaces: own.replaces,
    isInFlight: false,
    isOver: false,
  };
}
