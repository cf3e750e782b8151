/**
 * The user of the virtual desktop. Electron's sandbox refuses root, so when the tests run as root the whole desktop
 * belongs to an ordinary user created by set-up; otherwise to the user who runs the tests.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ordinaryUser = 'coop-tray-test';

export type Person = Readonly<{
  /** Prefix for commands that run as this user. */
  prefix: readonly string[];
  /** Makes a folder owned by this user, readable by others. */
  makeFolder: (name: string) => string;
  /** Makes this user the owner of a folder, recursively. */
  own: (folder: string) => void;
}>;

/** Throws when the tests run as root and set-up has not created the user. */
export function desktopUser(): Person {
  const root = process.getuid?.() === 0;
  const [uid, gid] = root ? [idOf('-u'), idOf('-g')] : [];
  const own = (folder: string) => {
    if (root) execFileSync('chown', ['-R', `${uid}:${gid}`, folder]);
  };
  return {
    prefix: root
      ? ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--inh-caps=-all']
      : [],
    makeFolder: (name) => {
      const path = mkdtempSync(join(tmpdir(), `coop-tray-${name}-`));
      chmodSync(path, 0o755);
      own(path);
      return path;
    },
    own,
  };
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, ordinaryUser], { encoding: 'utf8' }));
}
