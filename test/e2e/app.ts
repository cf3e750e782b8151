/** Starts the packaged app on the virtual desktop as its user, sandbox included. */
import type { ElectronApplication, Page } from 'playwright';
import { _electron as electron } from 'playwright';
import type { Desktop } from '../desktop/index.ts';
import { eventually } from '../desktop/wait.ts';
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
  askInTurns(app);
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
    page: () => openPage(app),
    stop: async () => {
      if (isOver) return;
      const crossings = options.measured ? [] : await crossingsOf(app);
      await quit(app, closed);
      checkCrossings(crossings);
    },
  };
}

/** What runs in main: the code as text, and what it is given. */
type Asked = readonly [code: string, given: unknown];

/**
 * Main does what a test asks of it in a turn of its event loop. Playwright interrupts main in the middle of its work,
 * and the promise that it waits for may be garbage-collected before that work is over.
 */
function askInTurns(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app);
  const inTurn = (code: unknown, given: unknown) =>
    evaluate(
      (electron, [text, argument]: Asked) =>
        new Promise((resolve, reject) => {
          const vm = process.getBuiltinModule('node:vm');
          setImmediate(() => {
            try {
              const run: unknown = vm.runInThisContext(`(${text})`);
              resolve(Reflect.apply(run as () => unknown, undefined, [electron, argument]));
            } catch (error) {
              reject(error);
            }
          });
        }),
      [String(code), given] as const,
    );
  app.evaluate = inTurn as ElectronApplication['evaluate'];
}

/** A window that has just ended may still be listed: its end and main’s answers come by two connections. */
function openPage(app: ElectronApplication): Promise<Page> {
  return eventually(
    'a window',
    async () => {
      const [page] = app.windows();
      const isThere = await page?.evaluate(() => true).catch(() => false);
      return isThere ? page : undefined;
    },
    30_000,
  );
}

/**
 * Quits as a member does. Playwright’s own close interrupts the app in the middle of its work, and a connection that
 * ends inside Node’s own code makes Node throw.
 */
async function quit(app: ElectronApplication, closed: Promise<void>): Promise<void> {
  const asked = app.evaluate(({ app: it }) => it.quit());
  // It may exit before it answers.
  await Promise.all([closed, asked.catch(() => undefined)]);
}
