/**
 * Who sits at the virtual desktop. Electron's sandbox refuses root, so when the tests run as root the whole desktop
 * belongs to an ordinary user that set-up has made; otherwise to whoever runs the tests.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ordinaryUser = 'coop-tray-test';

export type Person = Readonly<{
  /** Put before a command, so that the person runs it. */
  prefix: readonly string[];
  /** A new folder that belongs to the person; others can read it, nobody else writes. */
  makeFolder: (name: string) => string;
  /** Gives a folder with all that is in it to the person. */
  own: (folder: string) => void;
}>;

/** Throws when the tests run as root and set-up has not made the user. */
export function whoSitsThere(): Person {
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
