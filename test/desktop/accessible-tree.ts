/** An app's accessible tree, as a screen reader gets it through AT-SPI. Needs a desktop with `assistive`. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Desktop } from './index.ts';
import { eventually } from './wait.ts';

const run = promisify(execFile);

/** Passed as text, since the desktop's user may not read the checkout. */
const reader = readFileSync(new URL('accessible_tree.py', import.meta.url), 'utf8');
const presser = readFileSync(new URL('press.py', import.meta.url), 'utf8');
const outputLimitBytes = 16 * 1024 * 1024;

export type AccessibleNode = Readonly<{
  name: string;
  /** Such as `push button`, `heading`, `link`. */
  role: string;
  description: string;
  /** Such as `focused`, `showing`, `busy`. */
  states: readonly string[];
  /** Such as `live: polite`, `level: 1`. */
  attributes: Readonly<Record<string, string>>;
  children: readonly AccessibleNode[];
}>;

/** The app's windows, those included that nobody sees. */
export async function readAccessibleTree(
  desktop: Pick<Desktop, 'env' | 'wrap'>,
  app: string,
): Promise<readonly AccessibleNode[]> {
  const { stdout } = await run(desktop.wrap('/usr/bin/python3'), ['-c', reader, app], {
    env: desktop.env,
    maxBuffer: outputLimitBytes,
  });
  return JSON.parse(stdout) as readonly AccessibleNode[];
}

/** Presses a button by its name, the last one if there are several. Throws if there is none. */
export async function pressButton(
  desktop: Pick<Desktop, 'env' | 'wrap'>,
  app: string,
  name: string,
): Promise<void> {
  await run(desktop.wrap('/usr/bin/python3'), ['-c', presser, app, name], { env: desktop.env });
}

/** Reads until `find` finds something; after `limitMs` throws with the tree as it was last. */
export async function waitInTree<T>(
  desktop: Pick<Desktop, 'env' | 'wrap'>,
  app: string,
  find: (windows: readonly AccessibleNode[]) => T | undefined,
  limitMs?: number,
): Promise<T> {
  let last: readonly AccessibleNode[] = [];
  let fault: unknown;
  const look = async () => {
    try {
      last = await readAccessibleTree(desktop, app);
    } catch (error) {
      fault = error;
      return undefined;
    }
    return find(last);
  };
  return eventually('the accessible tree', look, limitMs).catch((error: Error) => {
    throw new Error(
      `${error.message}; last read:\n${last.map(outline).join('\n') || String(fault)}`,
    );
  });
}

/** The node and all below it, in reading order. */
export function allNodes(node: AccessibleNode): readonly AccessibleNode[] {
  return [node, ...node.children.flatMap(allNodes)];
}

/** The tree as indented lines, for failure messages. */
export function outline(node: AccessibleNode, depth = 0): string {
  const states = node.states.filter((one) => ['focused', 'busy', 'checked'].includes(one));
  const live = node.attributes['live'];
  const notes = [...states, ...(live === undefined ? [] : [`live: ${live}`])];
  const line = `${'  '.repeat(depth)}${node.role} “${node.name}”${notes.length > 0 ? ` [${notes.join(', ')}]` : ''}`;
  return [line, ...node.children.map((one) => outline(one, depth + 1))].join('\n');
}
