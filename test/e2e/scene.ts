/** The usual scene of an e2e test: the stand-in co-op, a desktop with a tray, and the app on it. */
import { inject } from 'vitest';
import type { Desktop, DesktopOptions } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import type { NotificationRecord } from '../desktop/notifications.ts';
import { recordNotifications } from '../desktop/notifications.ts';
import type { TrayItem } from '../desktop/tray.ts';
import { findTrayItem } from '../desktop/tray.ts';
import type { StandInCoop, StandInOptions } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import type { TalkPlaces } from '../servers/coop/talk.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';

/** Quick enough for a test, slow enough that a confirmation can be seen; in seconds. */
export const pace = { intervalS: 5, confirmS: 1 };

export type Scene = Readonly<{
  coop: StandInCoop;
  desktop: Desktop;
  notifications: NotificationRecord;
  app: RunningApp;
  /** The tray icon; a desktop without a place for one has none. */
  tray: () => Promise<TrayItem>;
  stop: () => Promise<void>;
}>;

export type SceneOptions = Readonly<{
  args?: readonly string[];
  desktop?: DesktopOptions;
  /** Rooms for the echo test that the document names. */
  echoRooms?: readonly string[];
  /** Where the co-op talks to its members. */
  talk?: TalkPlaces;
  /** Whether the document names backups. */
  backups?: StandInOptions['backups'];
}>;

export async function setScene(options: SceneOptions = {}): Promise<Scene> {
  const { echoRooms, talk, backups = false } = options;
  const coop = await startCoop({
    ...pace,
    backups,
    ...(echoRooms ? { echoRooms } : {}),
    ...(talk ? { talk } : {}),
  });
  const desktop = await startDesktop(options.desktop);
  const notifications = await recordNotifications(desktop);
  const app = await startApp(desktop, {
    executable: inject('executable'),
    args: [`--coop=${coop.documentUrl}`, ...(options.args ?? [])],
  });
  return {
    coop,
    desktop,
    notifications,
    app,
    tray: () => findTrayItem(desktop.bus),
    stop: async () => {
      await app.stop();
      notifications.stop();
      await desktop.stop();
      await coop.stop();
    },
  };
}
