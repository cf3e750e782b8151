/** A desktop with two apps on the same runtime: Coop Tray as packaged, and an empty one to compare with. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findRuntime } from '../../build/electron/runtime.mjs';
import type { Packaged } from '../../build/stage.ts';
import { stageApp } from '../../build/stage.ts';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';

export type Bench = (stage: Stage, log: (line: string) => void) => Promise<Record<string, unknown>>;

export type Stage = Readonly<{
  desktop: Desktop;
  electronVersion: string;
  coopTray: string;
  emptyApp: string;
  /** Starts an app, with a new profile unless one is given. */
  start: (executable: string, args?: readonly string[], profile?: string) => Started;
  stop: () => Promise<void>;
}>;

export type Started = Readonly<{ pid: number; process: ChildProcess; stop: () => Promise<void> }>;

export async function setStage(packaged: Packaged): Promise<Stage> {
  const runtime = findRuntime();
  if (!runtime) throw new Error('There is no Electron yet: npm run demo fetches it.');
  const ours = stageApp(packaged);
  const empty = stageApp(packaged);
  putEmptyApp(dirname(empty.executable));
  const desktop = await startDesktop();

  return {
    desktop,
    electronVersion: runtime.version,
    coopTray: ours.executable,
    emptyApp: empty.executable,
    start: startOn(desktop),
    stop: async () => {
      await desktop.stop();
      ours.remove();
      empty.remove();
    },
  };
}

/** The same apps on another desktop. */
export function stageOn(stage: Stage, desktop: Desktop): Stage {
  return { ...stage, desktop, start: startOn(desktop) };
}

function startOn(desktop: Desktop): Stage['start'] {
  return (executable, args = [], profile = desktop.makeFolder('profile')) => {
    const child = spawn(desktop.wrap(executable), [`--user-data-dir=${profile}`, ...args], {
      env: desktop.env,
      cwd: '/',
      stdio: 'ignore',
    });
    if (child.pid === undefined) throw new Error(`${executable} did not start`);
    return { pid: child.pid, process: child, stop: () => end(child) };
  };
}

/**
 * The same packaged runtime, fuses included, with only a tray icon in it. Its archive is replaced instead of
 * overwritten: the files are hard links to the package's.
 */
function putEmptyApp(dir: string): void {
  const archive = join(dir, 'resources', 'app.asar');
  rmSync(archive);
  rmSync(`${archive}.unpacked`, { recursive: true, force: true });
  mkdirSync(dirname(archive), { recursive: true });
  cpSync('out/bench/empty.asar', archive);
  cpSync('out/bench/empty.asar.unpacked', `${archive}.unpacked`, { recursive: true });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
