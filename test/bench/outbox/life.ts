/** One run of the sender: until it is killed, or has nothing left to send. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Life = Readonly<{
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Number of feedbacks to send. */
  count: number;
  /** Resolves when it is to be killed, unless it is idle before; without it, it runs until idle. */
  death?: Promise<void>;
  killing?: () => void;
}>;

/** A run that takes longer hangs; the last one sends everything left. In ms. */
const limitMs = 120_000;

/** Resolves with what was taken, and with the number of unreadable files once it was idle. */
export async function live({ args, env, count, death, killing }: Life) {
  const child = spawn(process.execPath, [...args, String(count)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const kill = () => {
    if (child.signalCode !== null || child.killed) return;
    killing?.();
    child.kill('SIGKILL');
  };
  const timer = setTimeout(kill, limitMs);
  void death?.then(kill);
  const taken: string[] = [];
  let unreadable: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, value = ''] = line.split(' ');
    if (word === 'taken') taken.push(value);
    if (word !== 'idle') continue;
    unreadable = Number(value);
    kill();
  }
  clearTimeout(timer);
  await ended;
  return { taken, unreadable };
}
