import type { ChildProcess, StdioOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Processes = Readonly<{
  /** Starts a command in a process group of its own. */
  start: (
    command: readonly string[],
    options?: Readonly<{ stdio?: StdioOptions; input?: string }>,
  ) => ChildProcess;
  /** Ends what was started here, last first, and waits until it has ended. */
  stop: () => Promise<void>;
}>;

/** A process that does not end when asked is ended by force after this many ms. */
const patienceMs = 3000;

export function createProcesses(env: NodeJS.ProcessEnv): Processes {
  const started: ChildProcess[] = [];
  const endAll = () => {
    for (const child of started) signal(child, 'SIGKILL');
  };
  process.once('exit', endAll);
  return {
    start: ([command, ...args], options = {}) => {
      if (command === undefined) throw new Error('an empty command');
      const child = spawn(command, args, {
        env,
        cwd: '/',
        detached: true,
        stdio: options.stdio ?? [
          options.input === undefined ? 'ignore' : 'pipe',
          'ignore',
          'ignore',
        ],
      });
      child.on('error', (error) => console.error(`${command}: ${error.message}`));
      if (options.input !== undefined) child.stdin?.end(options.input);
      started.push(child);
      return child;
    },
    stop: async () => {
      for (const child of started.toReversed()) await end(child);
      process.off('exit', endAll);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), patienceMs);
  await ended;
  clearTimeout(timer);
}

/** The whole group, because a panel starts its plugins as children. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It has ended already.
  }
}
