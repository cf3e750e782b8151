/**
 * A desktop on a stage: its tray comes, goes and errs as it is told, and our icon behaves as Electron's does: made while
 * there is a host it announces itself, also to the next one; made without, it never does.
 */
import { createTrayHost } from '../../../main/desktop/tray-host.ts';
import { announce } from '../../../main/desktop/tray-presence.ts';
import { createTranslate } from '../../translate.ts';
import type { TrayLook } from '../../../shared/tray-host.ts';
import type { FakeClock } from '../clock.ts';
import { fakeClock } from '../clock.ts';

export type Tray = Readonly<{
  /** Who keeps the list; another one has another name. */
  watcher: string;
  /** Something shows the items; true if not said. */
  hosted?: boolean;
  /** Puts our item on its list; true if not said. */
  takesUs?: boolean;
  /** Its list can be read; true if not said. */
  tells?: boolean;
}>;

export type TrayStage = Readonly<{
  clock: FakeClock;
  pass: FakeClock['pass'];
  /** From now on this is the tray. What `quietly` changes is announced by nothing. */
  setTray: (tray: Tray | undefined, how?: 'quietly') => void;
  /** A tray of X11's older protocol. */
  setLegacy: (there: boolean) => void;
  /** The member closes the window. */
  close: () => void;
  window: () => 'none' | 'shown' | 'waiting';
  /** What the page says: whether there is a place for icons. */
  available: () => boolean;
  told: () => number;
  /** The notification is still among those of the desktop. */
  standing: () => boolean;
  /** How often the icon was made anew. */
  remade: () => number;
  /** How often the desktop was asked. */
  looks: () => number;
}>;

export async function setTrayStage(first?: Tray): Promise<TrayStage> {
  const clock = fakeClock();
  let tray = first;
  let legacy = false;
  let madeForHost = isHost(first);
  let window: 'none' | 'shown' | 'waiting' = 'none';
  let reachable = true;
  let available = true;
  let told = 0;
  let standing = false;
  let remade = 0;
  let looks = 0;

  const look = async (): Promise<TrayLook> => {
    looks += 1;
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
    onChange: announce({
      t: createTranslate('en'),
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
          return () => (standing = false);
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
    close: () => {
      window = reachable ? 'waiting' : 'none';
      host.lookAgain();
    },
    window: () => window,
    available: () => available,
    told: () => told,
    standing: () => standing,
    remade: () => remade,
    looks: () => looks,
  };
}

const isHost = (tray: Tray | undefined) => tray !== undefined && tray.hosted !== false;
