/** Watches whether this desktop shows our tray icon. The rules are in `shared/tray-host.ts`. */
import type { TrayLook } from '../../shared/tray-host.ts';
import { decideTray, initialTray } from '../../shared/tray-host.ts';
import type { Clock } from '../platform/clock.ts';

export type TrayHostDeps = Readonly<{
  clock: Clock;
  /** Asks the desktop. Never rejects. */
  look: () => Promise<TrayLook>;
  /** Replaces the icon. */
  remake: () => void;
  onChange: (presence: TrayPresence) => void;
}>;

export type TrayPresence = Readonly<{
  /** An icon leads to the window now. */
  shown: boolean;
  /** What the member is told: a tray that is gone for a moment does not count as missing. */
  available: boolean;
  /** An icon has been shown since the app started. */
  wasShown: boolean;
}>;

export type TrayHost = Readonly<{
  /** Call when the answer may have changed. Several calls in a row ask once. */
  lookAgain: () => void;
  dispose: () => void;
}>;

/** Signals of the bus come in bursts, and may never end. */
const debounceMs = 100;
const minIntervalMs = 1000;

/** Looks at once, and reports the first result in any case. */
export function createTrayHost({ clock, look, remake, onChange }: TrayHostDeps): TrayHost {
  let memory = initialTray;
  let told: TrayPresence | undefined;
  let looking = false;
  let wanted = false;
  let over = false;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let timer: Readonly<{ atMs: number; cancel: () => void }> | undefined;

  const lookAt = (atMs: number) => {
    if (over || (timer && timer.atMs <= atMs)) return;
    timer?.cancel();
    const cancel = clock.after(Math.max(0, atMs - clock.monotonicMs()), () => {
      timer = undefined;
      void run();
    });
    timer = { atMs, cancel };
  };
  const tell = (shown: boolean) => {
    const { available, wasShown } = memory;
    const same =
      told?.shown === shown && told.available === available && told.wasShown === wasShown;
    told = { shown, available, wasShown };
    if (!same) onChange(told);
  };
  const take = (found: TrayLook) => {
    const decision = decideTray(memory, found, clock.monotonicMs());
    memory = decision.memory;
    if (decision.remake) remake();
    tell(decision.shown);
    if (decision.lookAgainAtMs !== undefined) lookAt(decision.lookAgainAtMs);
  };
  const run = async () => {
    if (looking) {
      wanted = true;
      return;
    }
    looking = true;
    lookedAtMs = clock.monotonicMs();
    const found = await look();
    looking = false;
    if (over) return;
    take(found);
    if (wanted) lookAgain();
    wanted = false;
  };
  const lookAgain = () => {
    const nowMs = clock.monotonicMs();
    lookAt(Math.max(nowMs + debounceMs, lookedAtMs + minIntervalMs));
  };
  void run();
  return {
    lookAgain,
    dispose: () => {
      over = true;
      timer?.cancel();
    },
  };
}
