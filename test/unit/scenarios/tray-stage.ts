/**
 * A desktop whose tray comes, goes and fails as the test says, and an icon that behaves like Electron's: created while
 * there is a host, it registers itself, also with the next one; created without, it never does.
 */
import { createTrayHost } from '../../../main/desktop/tray-host.ts';
import { announce } from '../../../main/desktop/tray-presence.ts';
import { createTranslate } from '../../translate.ts';
import type { TrayLook } from '../../../shared/tray-host.ts';
import type { FakeClock } from '../clock.ts';
import { fakeClock } from '../clock.ts';

export type Tray = Readonly<{
  /** The owner of the watcher's name; another one has another id. */
  watcher: string;
  /** Has a host that shows the items; true by default. */
  hosted?: boolean;
  /** Accepts our item; true by default. */
  takesUs?: boolean;
  /** Its list is readable; true by default. */
  tells?: boolean;
}>;

export type TrayStage = Readonly<{
  clock: FakeClock;
  pass: FakeClock['pass'];
  /** Sets the tray. Changes made `quietly` send no signals. */
  setTray: (tray: Tray | undefined, how?: 'quietly') => void;
  /** A tray of the older X11 protocol. */
  setLegacy: (there: boolean) => void;
  /** Whether the desktop answers in time. */
  setAnswering: (on: boolean) => void;
  /** The member closes the window. */
  close: () => void;
  window: () => 'none' | 'shown' | 'waiting';
  /** Whether the page reports a tray. */
  available: () => boolean;
  told: () => number;
  /** Whether the notification is still shown. */
  standing: () => boolean;
  /** How often the icon was recreated. */
  remade: () => number;
  /** How often its picture was handed out anew. */
  redrawn: () => number;
  /** How often the desktop was queried. */
  looks: () => number;
}>;

export async function setTrayStage(
  first?: Tray,
  { isHiddenStart = false, isBusy = false } = {},
): Promise<TrayStage> {
  const clock = fakeClock();
  let tray = first;
  let legacy = false;
  let answering = !isBusy;
  let madeForHost = isHost(first);
  let window: 'none' | 'shown' | 'waiting' = 'none';
  let reachable = true;
  let available = true;
  let told = 0;
  let standing = false;
  let remade = 0;
  let redrawn = 0;
  let looks = 0;

  const look = async (): Promise<TrayLook> => {
    looks += 1;
    if (!answering) return { hosted: false, legacy: false, unanswered: true };
    if (!tray) return { hosted: false, legacy };
    if (!isHost(tray)) return { watcher: tray.watcher, hosted: false, legacy };
    const listed = madeForHost && tray.takesUs !== false;
    const { watcher } = tray;
    return { watcher, hosted: true, legacy, ...(tray.tells === false ? {} : { listed }) };
  };
  const host = createTrayHost({
    clock,
    look,
    remake: () => {
      remade += 1;
      madeForHost = isHost(tray);
      host.lookAgain();
    },
    redraw: () => (redrawn += 1),
    onChange: announce({
      t: createTranslate('en'),
      isHiddenStart,
      window: {
        show: () => (window = 'shown'),
        park: () => {
          if (window === 'none') window = 'waiting';
        },
        setReachable: (on) => {
          reachable = on;
          if (!on && window === 'waiting') window = 'none';
        },
      },
      notifications: {
        show: () => {
          told += 1;
          standing = true;
          return { withdraw: () => (standing = false) };
        },
      },
      setTrayAvailable: (now) => (available = now),
    }),
  });
  await clock.pass(0);
  return {
    clock,
    pass: clock.pass,
    setTray: (next, how) => {
      tray = next;
      if (how !== 'quietly') host.lookAgain();
    },
    setLegacy: (there) => (legacy = there),
    setAnswering: (on) => (answering = on),
    close: () => {
      window = reachable ? 'waiting' : 'none';
      host.lookAgain();
    },
    window: () => window,
    available: () => available,
    told: () => told,
    standing: () => standing,
    remade: () => remade,
    redrawn: () => redrawn,
    looks: () => looks,
  };
}

const isHost = (tray: Tray | undefined) => tray !== undefined && tray.hosted !== false;
