/** Opens and closes the window as a person does: by the tray's menu and by the desktop's keys. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Desktop } from '../desktop/index.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';

const run = promisify(execFile);
const search = ['search', '--onlyvisible', '--name', 'Coop Tray$'];

/** Resolves once the window is visible. */
export async function openByHand(desktop: Desktop): Promise<void> {
  await (await findTrayItem(desktop.bus)).choose('Open Coop Tray');
  await seenWindow(desktop);
}

export async function closeByHand(desktop: Desktop): Promise<void> {
  const id = await seenWindow(desktop);
  await run('xdotool', ['windowactivate', '--sync', id, 'key', 'alt+F4'], { env: envOf(desktop) });
}

/** The window's X11 id. */
function seenWindow(desktop: Desktop): Promise<string> {
  return eventually('the window', async () => {
    const { stdout } = await run('xdotool', search, { env: envOf(desktop) }).catch(() => ({
      stdout: '',
    }));
    return stdout.trim().split('\n')[0] || undefined;
  });
}

function envOf({ env }: Desktop): NodeJS.ProcessEnv {
  return { ...process.env, ...env };
}
