/** What a person does with notifications, by the tools of the program that shows them, or by its buttons. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AccessibleNode } from './accessible-tree.ts';
import { allNodes, pressButton, readAccessibleTree } from './accessible-tree.ts';
import type { Desktop } from './index.ts';
import { eventually } from './wait.ts';

const run = promisify(execFile);

/** `actions`: keys by label, of the newest. */
type Newest = Readonly<{ actions: ReadonlyMap<string, string> }>;

export type Notifier = Readonly<{
  /** Clicks the newest notification. */
  clickNewest: (newest: Newest) => Promise<void>;
  /** Presses the button with this label. */
  press: (label: string, newest: Newest) => Promise<void>;
  /** Dismisses all notifications. */
  dismissAll: () => Promise<void>;
  /** How many are on the screen. */
  count: () => Promise<number>;
}>;

export function notifierOf(desktop: Desktop): Notifier {
  const tool = (name: string) => {
    const wrapped = desktop.wrap(name);
    return async (...args: string[]) =>
      (await run(wrapped, args, { env: desktop.env })).stdout.trim();
  };
  if (desktop.notifier === 'lxqt-notificationd') return lxqt(desktop);
  return desktop.notifier === 'dunst' ? dunst(desktop, tool('dunstctl')) : mako(tool('makoctl'));
}

type Tool = (...args: string[]) => Promise<string>;

function dunst({ env }: Desktop, ask: Tool): Notifier {
  const home = env['HOME'] ?? '';
  return {
    clickNewest: async () => void (await ask('action', '0')),
    press: async (label) => {
      // Its menu is a program that reads the labels and writes the chosen one.
      writeFileSync(join(home, 'press.sh'), `grep -m1 -F '#${label} ('\n`);
      await ask('context');
    },
    dismissAll: async () => void (await ask('close-all')),
    count: async () => Number(await ask('count', 'displayed')),
  };
}

function mako(ask: Tool): Notifier {
  return {
    clickNewest: async () => void (await ask('invoke')),
    press: async (label, { actions }) => void (await ask('invoke', actions.get(label) ?? '')),
    dismissAll: async () => void (await ask('dismiss', '--all')),
    count: async () => {
      const { data } = JSON.parse(await ask('list')) as Readonly<{ data: unknown[][] }>;
      return data.flat().length;
    },
  };
}

/** It has no tool, and shows everything as buttons, the click as well. */
function lxqt(desktop: Desktop): Notifier {
  const app = desktop.notifier;
  const isClosing = ({ role, name }: AccessibleNode) => role === 'push button' && name === 'x';
  const count = async () => {
    const windows = await readAccessibleTree(desktop, app);
    return windows.flatMap(allNodes).filter(isClosing).length;
  };
  // What was sent may not be on the screen yet.
  const press = async (label: string) => {
    await eventually(`the button “${label}”`, () =>
      pressButton(desktop, app, label).then(
        () => true,
        () => undefined,
      ),
    );
  };
  return {
    clickNewest: async ({ actions }) => {
      const [label] = [...actions].find(([, key]) => key === 'default') ?? [];
      if (label !== undefined) await press(label);
    },
    press,
    dismissAll: async () => {
      for (let left = await count(); left > 0; left -= 1) await press('x');
    },
    count,
  };
}
