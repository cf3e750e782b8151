/** Orca, the screen reader of Linux desktops, with what it says. Needs a desktop with `assistive`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desktop } from './index.ts';
import { createProcesses } from './processes.ts';
import { eventually } from './wait.ts';

export type ScreenReader = Readonly<{
  /** How much was said so far; what comes later is `since` it. */
  mark: () => number;
  /** What was said after a mark, oldest first. */
  since: (mark: number) => readonly string[];
  /** Waits until something that was said after a mark contains `words`. Throws with what was said instead. */
  hears: (words: string | RegExp, mark: number, limitMs?: number) => Promise<string>;
  stop: () => Promise<void>;
}>;

/** Makes Orca write down what it would speak. */
const customizations = readFileSync(new URL('orca_customizations.py', import.meta.url), 'utf8');
/** Orca takes a while on a busy machine. */
const startLimitMs = 30_000;
/** It speaks after the page has changed, and reads the whole tree first. */
const hearLimitMs = 30_000;

export async function startScreenReader(desktop: Desktop): Promise<ScreenReader> {
  const folder = desktop.makeFolder('orca');
  const log = join(folder, 'speech.jsonl');
  writeFileSync(join(folder, 'orca-customizations.py'), customizations);
  const processes = createProcesses({ ...desktop.env, SPEECH_LOG: log });
  processes.start([desktop.wrap('/usr/bin/orca'), `--user-prefs=${folder}`]);
  const since = (mark: number) => spoken(log).slice(mark);
  const hears: ScreenReader['hears'] = (words, mark, limitMs = hearLimitMs) =>
    eventually(
      `the words ${words}`,
      () =>
        since(mark).find((one) =>
          typeof words === 'string' ? one.includes(words) : words.test(one),
        ),
      limitMs,
    ).catch((error: Error) => {
      const lines = since(mark).join('\n');
      throw new Error(`${error.message}; said instead:\n${lines}\n${processes.complaints()}`);
    });
  await hears('Screen reader on', 0, startLimitMs);
  return { mark: () => spoken(log).length, since, hears, stop: processes.stop };
}

function spoken(log: string): readonly string[] {
  if (!existsSync(log)) return [];
  const lines = readFileSync(log, 'utf8').split('\n');
  // The last one may still be written.
  return lines.slice(0, -1).map((line) => JSON.parse(line) as string);
}
