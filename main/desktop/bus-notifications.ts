/**
 * Notifications of a Linux desktop, over a connection of our own: Electron's block the main process for two minutes each
 * while the server hangs.
 *
 * One at a time. A notification that was sent waits for its answer as long as it takes, because a server that recovers
 * still shows it; what the server never got is sent again, to it or to the next one. So none is lost, and none is shown
 * twice.
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
  /** Whether the desktop shows them, told when it changes. */
  onShown: (shown: boolean) => void;
}>;

export function createBusNotifications(deps: BusNotificationsDeps): Notifications {
  const server = createNotificationServer(deps);
  /** Those on the screen, by the server's id. */
  const standing = new Map<number, Notice>();
  let latest: Notice | undefined;
  let isOver = false;

  const close = (id: number) => {
    standing.delete(id);
    server.close(id);
  };
  const queue = createNoticeQueue({
    clock: deps.clock,
    send: async (notice) => {
      const notify = await server.connect();
      if (notice.isTakenBack || isOver) return;
      notice.isOut = true;
      notice.id = await notify(notice.text);
      if (notice.isTakenBack) close(notice.id);
      else standing.set(notice.id, notice);
    },
  });
  const takeBack = (notice: Notice) => {
    notice.isTakenBack = true;
    queue.remove(notice);
    if (notice.id !== undefined) close(notice.id);
  };

  queue.onShown(deps.onShown);
  server.onClick((id) => standing.get(id)?.onClick());
  server.onClosed((id) => standing.delete(id));
  // Another server, or another bus, knows nothing of what the last one has shown.
  server.onDisconnect(() => standing.clear());
  server.onOwnerChange(() => {
    standing.clear();
    queue.retry();
  });

  return {
    show: (text: NoticeText, { replaces, onClick }) => {
      if (replaces && latest) takeBack(latest);
      const notice: Notice = { text, onClick, isOut: false, isTakenBack: false };
      latest = notice;
      queue.add(notice);
      return () => takeBack(notice);
    },
    dispose: () => {
      isOver = true;
      queue.dispose();
      if (latest) takeBack(latest);
      server.dispose();
    },
  };
}
