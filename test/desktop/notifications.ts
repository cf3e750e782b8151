/** Every notification as it was sent, and a way to click it. */
import type * as dbus from '@jellybrick/dbus-next';
import { connectBus, plain } from './bus.ts';
import type { Desktop } from './index.ts';
import { notifierOf } from './notifier.ts';
import { eventually } from './wait.ts';

export type SentNotification = Readonly<{
  app: string;
  summary: string;
  body: string;
  replacesId: number;
  /** Keys by label. */
  actions: ReadonlyMap<string, string>;
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
  /** Presses a button of the newest, by its label. */
  press: (label: string) => Promise<void>;
  /** How many are on the screen. */
  count: () => Promise<number>;
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
  const notifier = notifierOf(desktop);
  return {
    all: () => sent,
    waitFor: (holds, limitMs) =>
      eventually('a notification', () => sent.find(holds), limitMs).catch((error: Error) => {
        throw new Error(
          `${error.message}; sent so far:\n${sent.map((one) => `${one.summary} / ${one.body}`).join('\n')}`,
        );
      }),
    clickNewest: async () => {
      const newest = sent.at(-1);
      if (!newest) throw new Error('there is no notification');
      await notifier.clickNewest(newest);
    },
    press: async (label) => {
      const newest = sent.at(-1);
      if (!newest?.actions.has(label)) throw new Error(`the newest has no button “${label}”`);
      await notifier.press(label, newest);
    },
    count: notifier.count,
    dismissAll: notifier.dismissAll,
    stop: bus.close,
  };
}

function read(message: dbus.Message): SentNotification {
  const [app, replacesId, , summary, body, words, hints] = message.body as [
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
    actions: new Map(
      words.flatMap((key, at) => (at % 2 === 0 ? [[words[at + 1] ?? '', key] as const] : [])),
    ),
    hints: plain(hints) as Record<string, unknown>,
    atMs: performance.now(),
  };
}
