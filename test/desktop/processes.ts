import type { ChildProcess, StdioOptions } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Processes = Readonly<{
  /** Starts a command in its own process group. */
  start: (
    command: readonly string[],
    options?: Readonly<{ stdio?: StdioOptions; input?: string }>,
  ) => ChildProcess;
  /** What the programs wrote to stderr, and which have exited: for failure messages. */
  complaints: () => string;
  /** Stops everything started here, last first, and waits until it has exited. */
  stop: () => Promise<void>;
}>;

/** Ms from SIGTERM to SIGKILL. */
const killAfterMs = 3000;
/** Characters of stderr kept, over all programs. */
const complaintLimit = 4000;

export function createProcesses(env: NodeJS.ProcessEnv): Processes {
  const started: ChildProcess[] = [];
  let output = '';
  const note = (line: string) => (output = (output + line).slice(-complaintLimit));
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
        stdio: options.stdio ?? [options.input === undefined ? 'ignore' : 'pipe', 'ignore', 'pipe'],
      });
      child.on('error', (error) =>
        note(`${command}: ${error.message}
`),
      );
      child.on('exit', (code, name) =>
        note(`${args.at(-1)} ended: ${code ?? name}
`),
      );
      child.stderr?.on('data', (data: Buffer) => note(data.toString()));
      if (options.input !== undefined) child.stdin?.end(options.input);
      started.push(child);
      return child;
    },
    complaints: () => output,
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
  const timer = setTimeout(() => signal(child, 'SIGKILL'), killAfterMs);
  await ended;
  clearTimeout(timer);
}

/** Signals the whole group, because a panel starts its plugins as children. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // Already exited.
  }
}
