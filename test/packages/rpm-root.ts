/** rpm in the newly installed system. No distribution of rpm's can be had from Debian's mirrors, so its own tools are outside. */
import { execFile, execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CleanRoot } from './clean-root.ts';

const run = promisify(execFile);
const outputLimitBytes = 16 * 1024 * 1024;

/** Runs rpm on the packages of that system. Rejects with what rpm says if it refuses. */
export async function rpmIn(root: CleanRoot, ...words: readonly string[]): Promise<string> {
  const where = ['--root', root.folder, '--dbpath', '/var/lib/rpm'];
  const { stdout } = await run('rpm', [...where, ...words], {
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: outputLimitBytes,
  });
  return stdout;
}

/**
 * A package without files that offers what the libraries there offer, names and versions of symbols, as rpm's own
 * generator finds them: so what the app's package needs is held against real libraries.
 */
export async function tellOfLibraries(root: CleanRoot): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-libraries-'));
  try {
    const spec = join(folder, 'libraries.spec');
    writeFileSync(spec, specOf(await offeredBy(root)));
    execFileSync('rpmbuild', ['-bb', '--quiet', '--define', `_topdir ${folder}`, spec]);
    const [made = ''] = globSync(join(folder, 'RPMS/*/*.rpm'));
    await rpmIn(root, '-U', made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function offeredBy(root: CleanRoot): Promise<readonly string[]> {
  const known = await root.run('ldconfig', '-p');
  const paths = [...known.matchAll(/=> (\/\S+)$/gm)].map(
    ([, path = '']) => `${root.folder}${path}`,
  );
  const offered = execFileSync('/usr/lib/rpm/elfdeps', ['--provides'], {
    input: `${paths.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: outputLimitBytes,
  });
  const programs = globSync('usr/bin/xdg-open', { cwd: root.folder }).map(() => 'xdg-utils');
  // The C library's package says by hand what its linker can do.
  return [...new Set([...offered.trim().split('\n'), ...programs, 'rtld(GNU_HASH)'])];
}

function specOf(offered: readonly string[]): string {
  return `Name: libraries
Version: 1
Release: 1
Summary: What the libraries of this system offer
License: none
${offered.map((one) => `Provides: ${one}`).join('\n')}
%description
For tests.
%files
`;
}
