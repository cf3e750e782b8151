/**
 * A window that comes back before its page is gone is read again. Without Playwright, which lets a page believe that it
 * always is on the screen and has the focus.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, inject, test } from 'vitest';
import { allNodes, waitInTree } from '../desktop/accessible-tree.ts';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import type { Processes } from '../desktop/processes.ts';
import { createProcesses } from '../desktop/processes.ts';
import type { ScreenReader } from '../desktop/screen-reader.ts';
import { startScreenReader } from '../desktop/screen-reader.ts';
import type { TrayItem } from '../desktop/tray.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { StandInCoop } from '../servers/coop/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import { pace } from './scene.ts';

const run = promisify(execFile);

let coop: StandInCoop;
let desktop: Desktop;
let app: Processes;
let tray: TrayItem;
let orca: ScreenReader;

beforeAll(async () => {
  coop = await startCoop(pace);
  desktop = await startDesktop({ assistive: true });
  app = createProcesses(desktop.env);
  const profile = desktop.makeFolder('profile');
  const args = [`--user-data-dir=${profile}`, `--coop=${coop.documentUrl}`, '--show'];
  app.start([desktop.wrap(inject('executable')), ...args]);
  tray = await findTrayItem(desktop.bus);
  orca = await startScreenReader(desktop);
  await orca.hears(/^Page has \d+ landmarks/, 0);
}, 120_000);
afterAll(async () => {
  await orca.stop();
  await app.stop();
  await desktop.stop();
  await coop.stop();
});

const xdotool = (...args: readonly string[]) => run('xdotool', args, { env: desktop.env });
/** The search fails if it finds none. */
const isVisible = () =>
  xdotool('search', '--onlyvisible', '--name', 'Coop Tray').then(
    () => true,
    () => false,
  );

test.each(['first', 'second'])(
  'the heading is said again, for the %s time',
  async () => {
    await waitInTree(desktop, 'coop-tray', (windows) =>
      windows
        .flatMap(allNodes)
        .find(({ role, states }) => role === 'heading' && states.includes('focused')),
    );
    await xdotool('key', 'ctrl+w');
    await eventually('the window to go', async () => !(await isVisible()) || undefined);
    const mark = orca.mark();
    await tray.activate();
    await orca.hears(/^All services are working/, mark);
  },
  60_000,
);
