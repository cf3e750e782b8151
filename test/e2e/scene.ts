/**
 * The usual setting of an e2e test: the stand-in co-op, a desktop with a tray, and the app on it. Starting it takes
 * seconds, so the tests of a file share one, each continuing where the previous one ended.
 */
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
import type { AppWindow } from './pages/window.ts';
import { windowOf } from './pages/window.ts';

/** Quick enough for a test, slow enough for a confirmation to be visible; in seconds. */
export const pace = { intervalS: 5, confirmS: 1 };

export type Scene = Readonly<{
  coop: StandInCoop;
  desktop: Desktop;
  notifications: NotificationRecord;
  /** The running one; replaced by a restart. */
  app: RunningApp;
  /** Waits for the window if necessary. */
  window: () => Promise<AppWindow>;
  /** Starts the app with the previous profile, first stopping an app that still runs, and shows its window. */
  restart: () => Promise<AppWindow>;
  /** The tray icon; a desktop without a tray has none. */
  tray: () => Promise<TrayItem>;
  stop: () => Promise<void>;
}>;

export type SceneOptions = Readonly<{
  args?: readonly string[];
  /** How often the services are checked. */
  pace?: typeof pace;
  desktop?: DesktopOptions;
  /** Rooms for the echo test that the document names. */
  echoRooms?: readonly string[];
  /** The co-op's Matrix rooms and GitHub repository. */
  talk?: TalkPlaces;
  /** Id of a service that is down before the app starts. */
  down?: string;
  /** Whether the document names backups. */
  backups?: StandInOptions['backups'];
  /** Whether the document names the list of links. */
  links?: boolean;
  /** Whether the document names the calendar. */
  calendar?: boolean;
}>;

export async function setScene(options: SceneOptions = {}): Promise<Scene> {
  const { echoRooms, talk, backups = false, links = false, calendar = false } = options;
  const coop = await startCoop({
    ...(options.pace ?? pace),
    backups,
    links,
    calendar,
    ...(echoRooms ? { echoRooms } : {}),
    ...(talk ? { talk } : {}),
  });
  if (options.down !== undefined) await coop.service(options.down).take('down');
  const desktop = await startDesktop(options.desktop);
  const notifications = await recordNotifications(desktop);
  const executable = inject('executable');
  let app = await startApp(desktop, {
    executable,
    args: [`--coop=${coop.documentUrl}`, ...(options.args ?? [])],
  });
  const window = async () => windowOf(await app.page());
  return {
    coop,
    desktop,
    notifications,
    get app() {
      return app;
    },
    window,
    restart: async () => {
      await app.stop();
      app = await startApp(desktop, { executable, profile: app.profile, args: ['--show'] });
      return window();
    },
    tray: () => findTrayItem(desktop.bus),
    stop: async () => {
      await app.stop();
      notifications.stop();
      await desktop.stop();
      await coop.stop();
    },
  };
}
