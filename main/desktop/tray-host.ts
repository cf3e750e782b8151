/** Tracks whether this desktop shows our tray icon. The rules are in `shared/tray-host.ts`. */
import type { TrayLook } from '../../shared/tray-host.ts';
import { decideTray, initialTray } from '../../shared/tray-host.ts';
import type { Clock } from '../platform/clock.ts';
import { createEmitter } from '../platform/emitter.ts';

export type TrayHostDeps = Readonly<{
  clock: Clock;
  /** Asks the desktop. Never rejects. */
  look: () => Promise<TrayLook>;
  /** Recreates the icon. */
  remake: () => void;
  /** Hands out the icon's picture anew. */
  redraw: () => void;
  onChange: (presence: TrayPresence) => void;
}>;

export type TrayPresence = Readonly<{
  /** The icon is visible now. */
  shown: boolean;
  /** What the member sees: a tray that is gone for a moment does not count as missing. */
  available: boolean;
  /** An icon has been visible since the app started. */
  wasShown: boolean;
}>;

export type TrayHost = Readonly<{
  /** Looks again soon, once for several calls in a row. */
  lookAgain: () => void;
  dispose: () => void;
}>;

/** Events within this time share one look, in ms. */
const batchMs = 100;
/** Minimum time between looks, in ms, for a bus that floods us with signals. */
const minIntervalMs = 1000;

/** Looks immediately, and always reports the first result. */
export function createTrayHost(deps: TrayHostDeps): TrayHost {
  const { clock, look, remake, redraw, onChange } = deps;
  const timer = createEarliestTimer(clock);
  let memory = initialTray;
  let reported: TrayPresence | undefined;
  let looking: 'no' | 'yes' | 'again' = 'no';
  let isDisposed = false;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let shownBy: string | undefined;

  const report = (shown: boolean) => {
    const { available, wasShown } = memory;
    const before = reported;
    reported = { shown, available, wasShown };
    if (!before || !isSame(before, reported)) onChange(reported);
  };
  const take = (found: TrayLook) => {
    const decision = decideTray(memory, found, clock.monotonicMs());
    memory = decision.memory;
    if (decision.remake) remake();
    else if (decision.shown && shownBy !== undefined && found.watcher !== shownBy) redraw();
    if (decision.shown) shownBy = found.watcher;
    report(decision.shown);
    if (decision.lookAgainAtMs !== undefined) timer.setAt(decision.lookAgainAtMs);
  };
  const lookAgain = () => {
    timer.setAt(Math.max(clock.monotonicMs() + batchMs, lookedAtMs + minIntervalMs));
  };
  /** True if another look was requested meanwhile. */
  const endLook = (): boolean => {
    const isWanted = looking === 'again';
    looking = 'no';
    return isWanted;
  };
  const run = async () => {
    if (looking !== 'no') {
      looking = 'again';
      return;
    }
    looking = 'yes';
    lookedAtMs = clock.monotonicMs();
    const found = await look();
    const isWanted = endLook();
    if (isDisposed) return;
    take(found);
    if (isWanted) lookAgain();
  };
  timer.onDue(() => void run());
  void run();

  return {
    lookAgain,
    dispose: () => {
      isDisposed = true;
      timer.stop();
    },
  };
}

function isSame(a: TrayPresence, b: TrayPresence): boolean {
  return a.shown === b.shown && a.available === b.available && a.wasShown === b.wasShown;
}

/** A timer for the earliest moment that was set, until stopped; by `clock.monotonicMs()`. */
function createEarliestTimer(clock: Pick<Clock, 'after' | 'monotonicMs'>) {
  const due = createEmitter<void>();
  let pending: Readonly<{ atMs: number; cancel: () => void }> | undefined;
  let isStopped = false;
  return {
    onDue: due.on,
    setAt: (atMs: number) => {
      if (isStopped || (pending && pending.atMs <= atMs)) return;
      pending?.cancel();
      const cancel = clock.after(Math.max(0, atMs - clock.monotonicMs()), () => {
        pending = undefined;
        due.emit();
      });
      pending = { atMs, cancel };
    },
    stop: () => {
      isStopped = true;
      pending?.cancel();
    },
  };
}
