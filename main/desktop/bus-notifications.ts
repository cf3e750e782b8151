/**
 * Notifications on Linux, over our own bus connection: Electron's block the main process for two minutes each while the
 * server hangs.
 *
 * One at a time. A notification that was sent waits for its reply without a limit, because a server that recovers still
 * shows it; one that was not sent is retried, with this server or the next. So none is lost, and none is shown twice.
 */
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { ConnectBus } from '../platform/bus.ts';
import type { Clock } from '../platform/clock.ts';
import type { Notice } from './notice-queue.ts';
import { createNoticeQueue } from './notice-queue.ts';
import { createNotificationServer } from './notification-server.ts';
import type { Notifications } from '../core/notifications/notification.ts';

export type BusNotificationsDeps = Readonly<{
  clock: Clock;
  appName: string;
  iconUrl: string;
  connect: ConnectBus;
  /** Called when the desktop starts or stops showing notifications. */
  onShown: (shown: boolean) => void;
}>;

export function createBusNotifications(deps: BusNotificationsDeps): Notifications {
  const server = createNotificationServer(deps);
  /** Notifications on the screen, by the server's id. */
  const onScreen = new Map<number, Notice>();
  let latest: Notice | undefined;
  let isDisposed = false;

  const close = (id: number) => {
    onScreen.delete(id);
    server.close(id);
  };
  const queue = createNoticeQueue({
    clock: deps.clock,
    send: async (notice) => {
      const notify = await server.connect();
      if (notice.isWithdrawn || isDisposed) return;
      notice.isInFlight = true;
      notice.id = await notify(notice.text);
      if (notice.isWithdrawn) close(notice.id);
      else onScreen.set(notice.id, notice);
    },
  });
  const withdraw = (notice: Notice) => {
    notice.isWithdrawn = true;
    queue.remove(notice);
    if (notice.id !== undefined) close(notice.id);
  };

  queue.onShown(deps.onShown);
  server.onClick((id) => onScreen.get(id)?.onClick());
  server.onClosed((id) => onScreen.delete(id));
  // Ids of an earlier server or bus are no longer valid.
  server.onDisconnect(() => onScreen.clear());
  server.onOwnerChange(() => {
    onScreen.clear();
    queue.retry();
  });

  return {
    show: (text: NoticeText, { replaces, onClick }) => {
      if (replaces && latest) withdraw(latest);
      const notice: Notice = { text, onClick, isInFlight: false, isWithdrawn: false };
      latest = notice;
      queue.add(notice);
      return () => withdraw(notice);
    },
    dispose: () => {
      isDisposed = true;
      queue.dispose();
      if (latest) withdraw(latest);
      server.dispose();
    },
  };
}
