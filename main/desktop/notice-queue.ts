/** Notifications on their way to a server that may hang, quit or restart: each is sent until the server accepts it. */
import type { Clock } from '../platform/clock.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { Message } from './notification-server.ts';

export type Notice = {
  readonly message: Message;
  /** What each action does, by its key. */
  readonly actions: ReadonlyMap<string, () => void>;
  /** The notification whose place it takes, until it is shown. */
  replaces: Notice | undefined;
  /** Sent, but not yet acknowledged by the server. */
  isInFlight: boolean;
  /** Not to be sent any more. */
  isOver: boolean;
};

export type NoticeQueue = Readonly<{
  add: (notice: Notice) => void;
  /** Does nothing while it is being sent. */
  remove: (notice: Notice) => void;
  /** Sends all waiting notifications now. */
  retry: () => void;
  /** Emits when the desktop starts or stops showing notifications. */
  onShown: Emitter<boolean>['on'];
  dispose: () => void;
}>;

export type NoticeQueueDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  /** Sets `isInFlight`. Resolves to whether it was sent, and rejects if the server has not accepted it. */
  send: (notice: Notice) => Promise<boolean>;
}>;

/** Time without a reply after which the window says that notifications are not shown, in ms. */
const lateMs = 10_000;
/** Retry delay, in ms: a new server announces itself, but a new bus does not. */
const retryDelayMs = 30_000;
/** Maximum number waiting, more than anyone would read after a day without a server; the oldest are dropped. */
const waitingLimit = 50;

export function createNoticeQueue({ clock, send }: NoticeQueueDeps): NoticeQueue {
  const shownChanges = createEmitter<boolean>();
  let waiting: readonly Notice[] = [];
  let isShown = true;
  let isBusy = false;
  let isDisposed = false;
  let cancelRetry = () => {};
  /** Of those that wait, what this server was sent in this round. */
  const tried = new Set<Notice>();
  /** Once a round: the bus may start a server at each sending that quits at each. */
  let mayBeginAnew = true;

  const setShown = (next: boolean) => {
    if (next === isShown || isDisposed) return;
    isShown = next;
    shownChanges.emit(next);
  };
  const remove = (notice: Notice) => {
    waiting = waiting.filter((one) => one !== notice);
  };

  const sendOne = async (notice: Notice) => {
    const cancelLate = clock.after(lateMs, () => setShown(false));
    try {
      const isSent = await send(notice);
      remove(notice);
      if (isSent) setShown(true);
    } finally {
      notice.isInFlight = false;
      cancelLate();
    }
  };
  /** Sends each waiting notification once, since one that the server refuses must not block the others. */
  const pump = async () => {
    if (isBusy) return;
    isBusy = true;
    cancelRetry();
    tried.clear();
    mayBeginAnew = true;
    const next = () => (isDisposed ? undefined : waiting.find((one) => !tried.has(one)));
    let isAnySent = false;
    for (let one = next(); one; one = next()) {
      tried.add(one);
      const isSent = await sendOne(one).then(
        () => true,
        () => false,
      );
      isAnySent ||= isSent;
    }
    // In the same turn as the last look for one: what is added from now on must find it idle.
    isBusy = false;
    waiting = waiting.filter((one) => !one.isOver);
    if (waiting.length === 0 || isDisposed) return;
    // No bus, no server, or one that quit before it could show them.
    if (!isAnySent) setShown(false);
    cancelRetry = clock.after(retryDelayMs, () => void pump());
  };

  return {
    add: (notice) => {
      waiting = [...waiting, notice].slice(-waitingLimit);
      void pump();
    },
    remove: (notice) => {
      if (!notice.isInFlight) remove(notice);
    },
    retry: () => {
      // Those that failed before now are sent too, by the round that goes on.
      if (mayBeginAnew) tried.clear();
      mayBeginAnew = false;
      void pump();
    },
    onShown: shownChanges.on,
    dispose: () => {
      isDisposed = true;
      cancelRetry();
    },
  };
}
