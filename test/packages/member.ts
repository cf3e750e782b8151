/** A member of the newly installed system: an ordinary user who starts the app there, on a desktop outside. */
import type { ChildProcess } from 'node:child_process';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { AccessibleNode } from '../desktop/accessible-tree.ts';
import { allNodes, waitInTree } from '../desktop/accessible-tree.ts';
import type { Desktop } from '../desktop/index.ts';
import { ordinaryUser } from '../desktop/person.ts';
import { findTrayItem, registeredItems } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { CleanRoot } from './clean-root.ts';

const run = promisify(execFile);

const idOf = (flag: string) =>
  execFileSync('id', [flag, ordinaryUser], { encoding: 'utf8' }).trim();

export async function createMember(root: CleanRoot, desktop: Desktop, profile: string) {
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  await root.run('groupadd', '--gid', gid, 'member');
  await root.run('useradd', '--uid', uid, '--gid', gid, '--no-create-home', 'member');
  const [enter, ...entering] = [...root.enter(`${uid}:${gid}`), 'coop-tray'];
  const own = [...entering, `--user-data-dir=${profile}`];
  let app: ChildProcess | undefined;

  const choose = async (item: string) => (await findTrayItem(desktop.bus)).choose(item);
  /** Does what ends the app, and waits for that. */
  const ending = async (act: () => Promise<unknown>) => {
    const ended = app && once(app, 'exit');
    await act();
    await ended;
    app = undefined;
  };
  const sees = (holds: (node: AccessibleNode) => boolean) =>
    waitInTree(desktop, 'coop-tray', (windows) => windows.flatMap(allNodes).find(holds), 30_000);
  return {
    /** As over ssh: no display, no session bus. */
    answer: async (...words: string[]) => {
      const env = { PATH: '/usr/bin:/bin', HOME: profile, LANG: 'C.UTF-8' };
      return (await run(enter, [...own, ...words], { env })).stdout;
    },
    start: (...words: string[]) => {
      app = spawn(enter, [...own, ...words], { env: desktop.env, cwd: '/', stdio: 'ignore' });
    },
    /** In the menu of the icon. */
    choose,
    open: () => choose('Open Coop Tray'),
    quit: async () => {
      await ending(() => choose('Quit'));
      await eventually('the icon to go', async () =>
        (await registeredItems(desktop.bus)).length === 0 ? true : undefined,
      );
    },
    /** Another process, which is not a child of ours, takes the place of the one that ends. */
    restarts: ending,
    seesHeading: (name: string) =>
      sees((node) => node.role === 'heading' && node.name.includes(name)),
    /** The page names its window. */
    seesPage: (name: string) => sees((node) => node.role === 'frame' && node.name.startsWith(name)),
    toolTip: async (words: string) => {
      const tray = await findTrayItem(desktop.bus, 30_000);
      return tray.waitFor(({ tooltip }) => tooltip.includes(words), 30_000);
    },
    seesItem: async (label: string) => {
      const tray = await findTrayItem(desktop.bus);
      return tray.waitFor(({ menu }) => menu.some((item) => item.label === label), 60_000);
    },
    items: async () =>
      (await (await findTrayItem(desktop.bus)).read()).menu.map(({ label }) => label),
    kill: () => app?.kill('SIGKILL'),
  };
}
