/** Every notification as it was sent, and a way to click it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type * as dbus from '@jellybrick/dbus-next';
import { connectBus, plain } from './bus.ts';
import type { Desktop } from './index.ts';
import { eventually } from './wait.ts';

const run = promisify(execFile);

export type SentNotification = Readonly<{
  app: string;
  summary: string;
  body: string;
  replacesId: number;
  hints: Readonly<Record<string, unknown>>;
  /** On the monotonic clock of this process, in ms. */
  atMs: number;
}>;

export type NotificationRecord = Readonly<{
  all: () => readonly SentNotification[];
  /** Resolves with the first match; after `limitMs` throws with what was sent instead. */
  waitFor: (
    holds: (one: SentNotification) => boolean,
    limitMs?: number,
  ) => Promise<SentNotification>;
  /** Clicks the newest notification. */
  clickNewest: () => Promise<void>;
  /** Dismisses all notifications. */
  dismissAll: () => Promise<void>;
  stop: () => void;
}>;

export async function recordNotifications(desktop: Desktop): Promise<NotificationRecord> {
  const sent: SentNotification[] = [];
  const bus = await connectBus(desktop.busAddress);
  await bus.monitor(
    ["type='method_call',interface='org.freedesktop.Notifications',member='Notify'"],
    (message) => {
      if (message.member === 'Notify') sent.push(read(message));
    },
  );
  const dunst = async (...args: string[]) => {
    await run(desktop.wrap('dunstctl'), args, { env: desktop.env });
  };
  return {
    all: () => sent,
    waitFor: (holds, limitMs) =>
      eventually('a notification', () => sent.find(holds), limitMs).catch((error: Error) => {
        throw new Error(
          `${error.message}; sent so far:\n${sent.map((one) => `${one.summary} / ${one.body}`).join('\n')}`,
        );
      }),
    clickNewest: () => dunst('action', '0'),
    dismissAll: () => dunst('close-all'),
    stop: bus.close,
  };
}

function read(message: dbus.Message): SentNotification {
  const [app, replacesId, , summary, body, , hints] = message.body as [
    string,
    number,
    string,
    string,
    string,
    string[],
    object,
  ];
  return {
    app,
    summary,
    body,
    replacesId,
    hints: plain(hints) as Record<string, unknown>,
    atMs: performance.now(),
  };
}
