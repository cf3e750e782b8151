/** Starts the packaged app on the virtual desktop, as its person, sandbox included. */
import type { ElectronApplication, Page } from 'playwright';
import { _electron as electron } from 'playwright';
import type { Desktop } from '../desktop/index.ts';
import { patience } from '../patience.ts';
import { checkCrossings, crossingsOf, recordCrossings } from './crossings.ts';

export type RunningApp = Readonly<{
  electron: ElectronApplication;
  profile: string;
  /** Waits for the window, if it is not there yet. */
  page: () => Promise<Page>;
  stop: () => Promise<void>;
}>;

export type AppOptions = Readonly<{
  executable: string;
  args?: readonly string[];
  /** A profile of an earlier start. */
  profile?: string;
  /** Its memory or speed is measured, so nothing listens to what it sends. */
  measured?: boolean;
}>;

export async function startApp(desktop: Desktop, options: AppOptions): Promise<RunningApp> {
  const profile = options.profile ?? desktop.makeFolder('profile');
  const app = await electron.launch({
    executablePath: desktop.wrap(options.executable),
    args: [`--user-data-dir=${profile}`, ...(options.args ?? [])],
    env: desktop.env,
    chromiumSandbox: true,
    // Playwright would pretend a light desktop.
    colorScheme: null,
    cwd: '/',
    timeout: 30_000 * patience(),
  });
  // Shorter than a test’s own limit, so that what was waited for is named.
  app.context().setDefaultTimeout(40_000 * patience());
  let isOver = false;
  app.on('close', () => (isOver = true));
  if (!options.measured) await recordCrossings(app);
  return {
    electron: app,
    profile,
    page: async () => app.windows()[0] ?? (await app.waitForEvent('window')),
    stop: async () => {
      if (isOver) return;
      const crossings = options.measured ? [] : await crossingsOf(app);
      await quit(app);
      checkCrossings(crossings);
    },
  };
}

/**
 * Quits like a member does: from the app’s own loop. What Playwright runs by itself interrupts whatever the app is in
 * the middle of, and a connection that is ended between Node’s own lines makes Node throw.
 */
async function quit(app: ElectronApplication): Promise<void> {
  const closed = app.waitForEvent('close');
  const asked = app.evaluate(({ app: it }) => void setImmediate(() => it.quit()));
  // It may be gone before it could answer.
  await Promise.all([closed, asked.catch(() => undefined)]);
}
