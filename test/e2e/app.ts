/** Starts the packaged app on the virtual desktop as its user, sandbox included. */
import type { ElectronApplication, Page } from 'playwright';
import { _electron as electron } from 'playwright';
import type { Desktop } from '../desktop/index.ts';
import { patience } from '../patience.ts';
import { checkCrossings, crossingsOf, recordCrossings } from './crossings.ts';

export type RunningApp = Readonly<{
  electron: ElectronApplication;
  profile: string;
  /** Waits for the window if necessary. */
  page: () => Promise<Page>;
  stop: () => Promise<void>;
}>;

export type AppOptions = Readonly<{
  executable: string;
  args?: readonly string[];
  /** A profile of an earlier start. */
  profile?: string;
  /** Turns off the IPC recording, which would distort measurements. */
  measured?: boolean;
}>;

export async function startApp(desktop: Desktop, options: AppOptions): Promise<RunningApp> {
  const profile = options.profile ?? desktop.makeFolder('profile');
  const app = await electron.launch({
    executablePath: desktop.wrap(options.executable),
    args: [`--user-data-dir=${profile}`, ...(options.args ?? [])],
    env: desktop.env,
    chromiumSandbox: true,
    // Playwright would emulate a light desktop.
    colorScheme: null,
    cwd: '/',
    timeout: 30_000 * patience(),
  });
  // Shorter than a test’s own limit, so that the failure names what was awaited.
  app.context().setDefaultTimeout(40_000 * patience());
  // From the start: an app that was killed may close at any moment.
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()));
  let isOver = false;
  void closed.then(() => (isOver = true));
  if (!options.measured) await recordCrossings(app);
  return {
    electron: app,
    profile,
    page: async () => app.windows()[0] ?? (await app.waitForEvent('window')),
    stop: async () => {
      if (isOver) return;
      const crossings = options.measured ? [] : await crossingsOf(app);
      await quit(app, closed);
      checkCrossings(crossings);
    },
  };
}

/**
 * Quits from the app’s own event loop, as a member does. Playwright’s own close interrupts the app in the middle of its
 * work, and a connection that ends inside Node’s own code makes Node throw.
 */
async function quit(app: ElectronApplication, closed: Promise<void>): Promise<void> {
  const asked = app.evaluate(({ app: it }) => void setImmediate(() => it.quit()));
  // It may exit before it answers.
  await Promise.all([closed, asked.catch(() => undefined)]);
}
