/** Follows whether this desktop shows our tray icon, for as long as the app runs. The rules are in `shared/tray-host.ts`. */
import type { TrayLook } from '../../shared/tray-host.ts';
import { decideTray, initialTray } from '../../shared/tray-host.ts';
import type { Clock } from '../platform/clock.ts';

export type TrayHostParts = Readonly<{
  clock: Clock;
  /** Asks the desktop; answers in any case. */
  look: () => Promise<TrayLook>;
  /** Makes the icon anew. */
  remake: () => void;
  onChange: (presence: TrayPresence) => void;
}>;

export type TrayPresence = Readonly<{
  /** At this moment an icon leads to the window. */
  shown: boolean;
  /** What the member is told: a tray that is away for a moment is not said to be missing. */
  available: boolean;
  /** An icon of this run has been shown. */
  wasShown: boolean;
}>;

export type TrayHost = Readonly<{
  /** Something has happened after which the answer may be another: asks soon, several in a row once. */
  lookAgain: () => void;
  dispose: () => void;
}>;

/** What happens in a row is looked at once; a bus full of signals is no reason to ask without end. In ms. */
const gatherMs = 100;
const paceMs = 1000;

/** Looks at once, and tells of the first look in any case. */
export function createTrayHost({ clock, look, remake, onChange }: TrayHostParts): TrayHost {
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
    lookAt(Math.max(nowMs + gatherMs, lookedAtMs + paceMs));
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
