/** A machine that runs backup jobs: the hooks of docs/hooks, with borg and restic as the test sets them. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintFile } from '../../../shared/backups/lint.ts';
import { dateEnv, placeDate } from './given-date.ts';

export const hooks = new URL('../../../docs/hooks/', import.meta.url).pathname;

/** The time on this machine, ms UTC; in Tokyo it is already the next day. */
export const nowUtcMs = Date.UTC(2026, 10, 24, 16, 30, 5);

export type Ended = Readonly<{ code: number | null; said: string }>;

export function createHookWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-hooks-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  placeDate(bin);
  const file = join(folder, 'backups.json');
  const state = join(folder, 'state');
  const env = {
    PATH: `${bin}:${hooks}:${process.env['PATH'] ?? ''}`,
    ...dateEnv(nowUtcMs),
    HOME: folder,
    COOP_BACKUPS_FILE: file,
    COOP_BACKUPS_STATE: state,
  };
  const run = (
    script: string,
    words: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ) =>
    new Promise<Ended>((resolve) => {
      const child = spawn(script, words, { env: { ...env, ...more } });
      let said = '';
      child.stderr.on('data', (part: Buffer) => (said += part.toString()));
      child.on('close', (code) => resolve({ code, said }));
    });
  return {
    folder,
    file,
    state,
    run,
    write: (...words: string[]) => run('coop-backups-write.sh', words),
    /** A program whose behaviour is `body`, a shell script. */
    fake: (name: string, body: string) => {
      writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
      chmodSync(join(bin, name), 0o755);
    },
    text: () => readFileSync(file, 'utf8'),
    /** The file as the app reads it; throws for every fault that the checker finds. */
    read: () => {
      const { file: got, unknown } = lintFile(readFileSync(file, 'utf8'), nowUtcMs, '');
      const problems = got.ok ? [...got.targets.flatMap((one) => one.problems), ...unknown] : [got];
      if (!got.ok || problems.length > 0) throw new Error(JSON.stringify(problems));
      return got.targets.flatMap(({ reading }) => reading ?? []);
    },
  };
}
