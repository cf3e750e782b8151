/** What set-up tells the person who waits for it. */
import { spawn } from 'node:child_process';

/** A fault that the person can mend; its message says how. */
export class SetupError extends Error {}

/** Runs `work`, saying what goes on and how long it took. */
export async function step(what, work) {
  const startMs = Date.now();
  const seconds = () => `${((Date.now() - startMs) / 1000).toFixed(0)} s`;
  const live = process.stdout.isTTY;
  process.stdout.write(live ? `  ${what} …` : `  ${what} …\n`);
  const ticker =
    live && setInterval(() => process.stdout.write(`\r  ${what} … ${seconds()} `), 1000);
  try {
    const result = await work();
    process.stdout.write(`${live ? '\r' : ''}  ${what}: done in ${seconds()}   \n`);
    return result;
  } finally {
    if (ticker) clearInterval(ticker);
  }
}

/** Runs a command quietly; its output comes back, and into the error when it fails. */
export function quietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const take = (data) => (output = (output + data).slice(-20_000));
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) =>
      reject(new SetupError(`${command} could not be started: ${error.message}`)),
    );
    child.on('close', (code) => {
      if (code === 0) return resolve(output);
      const tail = output.trim().split('\n').slice(-12).join('\n');
      reject(new SetupError(`${command} ${args[0] ?? ''} failed:\n${tail}`));
    });
  });
}
