/** Setup's output for the user. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An error that the user can fix; its message says how. */
export class SetupError extends Error {}

const causes = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'Your share of the disk is full',
  EACCES: 'This may not be written or read; does it belong to somebody else?',
  EPERM: 'This may not be changed; does it belong to somebody else?',
  EROFS: 'This disk can only be read',
  EMFILE: 'Too many files are open; end other programs, or raise the limit (ulimit -n)',
};

/** Describes an error for the user. Saves the stack trace of an unexpected one to a file, for a report. */
export function plainly(error) {
  if (error instanceof SetupError) return error.message;
  const cause = causes[error?.code];
  const where = error?.path ? `: ${error.path}` : '.';
  if (cause) return `${cause}${where}\nMend that, then type the same command again.`;
  const said = String(error?.message ?? error).split('\n')[0];
  return `Something went wrong that was not foreseen: ${said}\n${keepTrace(error)}`;
}

function keepTrace(error) {
  const file = join(tmpdir(), `coop-tray-fault-${process.pid}.txt`);
  try {
    writeFileSync(file, `${error?.stack ?? error}\n`);
    return `Type the same command again. If it comes back, please report it with ${file}.`;
  } catch {
    return 'Type the same command again. If it comes back, please report it.';
  }
}

/** Advice by the output of a failed program. */
const hints = [
  [/ENOSPC|no space left on device/i, 'The disk is full: make some room, then try again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|Temporary failure resolving/,
    'There is no answer from the network: check your connection, then try again.',
  ],
  [
    /EACCES|EROFS|Permission denied|Read-only file system/i,
    'A folder may not be written: does it belong to somebody else?',
  ],
];

/** Describes a failed program; `output` is the end of its output. */
export function failure(command, { code, signal, output }) {
  const end = signal ? `was ended by ${signal}` : `failed with ${code}`;
  const tail = output.trim().split('\n').slice(-12).join('\n');
  const [, hint] = hints.find(([pattern]) => pattern.test(output)) ?? [];
  return [`${command} ${end}${tail ? ':' : '.'}`, tail, hint].filter(Boolean).join('\n');
}

/** Runs `work`, showing its progress and duration. */
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

/** Runs a command quietly; resolves to its output, which the error includes on failure. */
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
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      reject(new SetupError(failure(`${command} ${args[0] ?? ''}`, { code, signal, output })));
    });
  });
}
