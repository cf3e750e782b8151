/** Makes a hundred nights of backups in a real repository, as on a co-op's server, within a minute. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dayMs } from '../../../shared/time/calendar.ts';
import { instantOf, wallAt } from '../../../shared/time/zone.ts';
import { dateEnv, placeDate } from './given-date.ts';

const run = promisify(execFile);
const hooks = fileURLToPath(new URL('../../../docs/hooks', import.meta.url));

export const nightly = { cron: '0 2 * * *', timeZone: 'America/Toronto', graceS: 3600 };
const runs = 100;
const hourMs = 3_600_000;
/** The clocks of Toronto are set back within these hundred days. */
const lastDay = Math.floor(Date.UTC(2026, 10, 24) / dayMs);
/** Size of the file that is missing in the last night, in bytes. */
const baseBytes = 1_500_000;

export type Night = Readonly<{ name: string; atUtcMs: number }>;

/** Each night at ten past two, Toronto time; oldest first, the last one is today's. */
export const nights: readonly Night[] = Array.from({ length: runs }, (_, at) => {
  const day = lastDay - runs + 1 + at;
  return { name: dayName(day), atUtcMs: instantOf({ day, minute: 130 }, nightly.timeZone) };
});
export const nowUtcMs = Math.max(...nights.map(({ atUtcMs }) => atUtcMs)) + 4 * hourMs;
/** The night without a run, and the night whose data are damaged later. */
export const missed = nightAt(61);
export const damaged = nightAt(40);
export const lastNight = nightAt(runs - 1);
export const earlier = nights.filter((one) => one !== missed && one !== lastNight);

function nightAt(index: number): Night {
  const night = nights[index];
  if (!night) throw new RangeError(`there is no night ${index}`);
  return night;
}

function dayName(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The calendar day of an instant, in the schedule's zone. */
export function dayOf(atUtcMs: number): string {
  return dayName(wallAt(atUtcMs, nightly.timeZone).day);
}

export type Server = Readonly<{
  /** Folder of the data and the repository. */
  folder: string;
  repository: string;
  /** The file that the hooks write and Coop Tray reads. */
  file: string;
  /** Runs a program, with the hooks' clock at an instant. Rejects with its output. */
  run: (
    words: readonly string[],
    atUtcMs?: number,
  ) => Promise<Readonly<{ code: number; stdout: string; stderr: string }>>;
  note: (atUtcMs: number, ...words: readonly string[]) => Promise<void>;
  /**
   * Writes what the hook would have recorded on the earlier nights. Running it a hundred times gives the same lines,
   * but takes as long as all the backups.
   */
  remember: (sizesBytes: readonly number[]) => Promise<void>;
  /** Changes the data, every night. */
  change: (night: Night) => Promise<void>;
  /** Deletes the large file, as by a full disk or a mistake. */
  loseBase: () => Promise<void>;
  remove: () => Promise<void>;
}>;

export async function startServer(): Promise<Server> {
  const root = await mkdtemp(join(tmpdir(), 'coop-quarter-'));
  const [folder, bin] = [join(root, 'data'), join(root, 'bin')];
  for (const one of [folder, bin]) await mkdir(one);
  await writeFile(join(folder, 'base.bin'), randomBytes(baseBytes));
  placeDate(bin);
  const repository = join(root, 'repository');
  const file = join(root, 'backups.json');
  const state = join(root, 'state');
  const env = {
    PATH: `${bin}:${hooks}:/usr/bin:/bin`,
    HOME: root,
    TZ: 'UTC',
    LC_ALL: 'C',
    RESTIC_REPOSITORY: repository,
    RESTIC_PASSWORD: 'test',
    BORG_BASE_DIR: root,
    COOP_BACKUPS_FILE: file,
    COOP_BACKUPS_STATE: state,
  };
  const runHere: Server['run'] = async ([program = '', ...words], atUtcMs = nowUtcMs) => {
    const options = {
      env: { ...env, ...dateEnv(atUtcMs) },
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    };
    return run(program, words, options).then(
      (said) => ({ code: 0, ...said }),
      (error: Readonly<{ code: number; stdout: string; stderr: string }>) => error,
    );
  };
  return {
    folder,
    repository,
    file,
    run: runHere,
    note: async (atUtcMs, ...words) => {
      const { code, stderr } = await runHere(['coop-backups-write.sh', 'files', ...words], atUtcMs);
      if (code !== 0) throw new Error(stderr);
    },
    remember: (sizesBytes) => {
      const lines = earlier.map(({ name }, at) => `${name} true ${sizesBytes[at]} \n`);
      return writeFile(join(state, 'files', 'days'), lines.join(''));
    },
    change: ({ name }) => writeFile(join(folder, 'notes.txt'), name),
    loseBase: () => rm(join(folder, 'base.bin')),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** Changes one byte in the middle of a file. */
export async function damage(path: string): Promise<void> {
  await chmod(path, 0o600);
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    const at = Math.floor(size / 2);
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
    buffer.writeUInt8(buffer.readUInt8(0) ^ 0xff);
    await file.write(buffer, 0, 1, at);
  } finally {
    await file.close();
  }
}
