/** Notifications on their way to a server that may hang, go and come: each is sent until the server has taken it. */
import type { NoticeText } from '../../shared/wording/sentences.ts';
import type { Clock } from '../platform/clock.ts';
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';

export type Notice = {
  readonly text: NoticeText;
  readonly onClick: () => void;
  /** Sent to the server, which has not answered yet. */
  isOut: boolean;
  isTakenBack: boolean;
  /** The server's, once it has answered. */
  id?: number;
};

export type NoticeQueue = Readonly<{
  add: (notice: Notice) => void;
  /** Unless it is with the server. */
  remove: (notice: Notice) => void;
  /** Sends all that wait, now. */
  retry: () => void;
  /** Whether the desktop shows notifications, told when it changes. */
  onShown: Emitter<boolean>['on'];
  dispose: () => void;
}>;

export type NoticeQueueDeps = Readonly<{
  clock: Pick<Clock, 'after'>;
  /** Sets `isOut` and `id`. Rejects where the server has not taken it. */
  send: (notice: Notice) => Promise<void>;
}>;

/** After this long without an answer, in ms, the window says that notifications are not shown. */
const lateMs = 10_000;
/** A server that comes announces itself; a bus that comes does not. In ms. */
const retryDelayMs = 30_000;
/** More than a person would read after a day without a server: the oldest are dropped. */
const waitingLimit = 50;

export function createNoticeQueue({ clock, send }: NoticeQueueDeps): NoticeQueue {
  const shownChanges = createEmitter<boolean>();
  let waiting: readonly Notice[] = [];
  let isShown = true;
  let isBusy = false;
  let isOver = false;
  let cancelRetry = () => {};

  const setShown = (next: boolean) => {
    if (next === isShown || isOver) return;
    isShown = next;
    shownChanges.emit(next);
  };
  const remove = (notice: Notice) => {
    waiting = waiting.filter((one) => one !== notice);
  };

  const sendOne = async (notice: Notice) => {
    const cancelLate = clock.after(lateMs, () => setShown(false));
    try {
      await send(notice);
      remove(notice);
      if (notice.id !== undefined) setShown(true);
    } finally {
      notice.isOut = false;
      cancelLate();
    }
  };
  /** All that wait, each once: one that the server refuses holds up no other. True if some have to be sent again. */
  const sendAll = async (): Promise<boolean> => {
    const tried = new Set<Notice>();
    const next = () => (isOver ? undefined : waiting.find((one) => !tried.has(one)));
    let isAnySent = false;
    for (let one = next(); one; one = next()) {
      tried.add(one);
      const isSent = await sendOne(one).then(
        () => true,
        () => false,
      );
      isAnySent ||= isSent;
    }
    waiting = waiting.filter((one) => !one.isTakenBack);
    if (waiting.length === 0 || isOver) return false;
    // No bus, no server, or one that ended before it could show them.
    if (!isAnySent) setShown(false);
    return true;
  };
  const pump = async () => {
    if (isBusy) return;
    isBusy = true;
    cancelRetry();
    const isAnyLeft = await sendAll();
    if (isAnyLeft) cancelRetry = clock.after(retryDelayMs, () => void pump());
    isBusy = false;
  };

  return {
    add: (notice) => {
      waiting = [...waiting, notice].slice(-waitingLimit);
      void pump();
    },
    remove: (notice) => {
      if (!notice.isOut) remove(notice);
    },
    retry: () => void pump(),
    onShown: shownChanges.on,
    dispose: () => {
      isOver = true;
      cancelRetry();
    },
  };
}
