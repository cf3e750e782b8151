/** A package for Debian and its kin, by Debian's own dpkg-deb. It has no maintainer scripts: there is nothing to do. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overrides } from './lintian.ts';
import type { Release } from './metadata.ts';
import { fileNameOf, homepage, vendor } from './metadata.ts';
import { debianDepends, neededBy } from './needed.ts';
import { filesBelow, gzip } from './tree.ts';

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/** Packs the files in `root`, which also gets those that only Debian asks for; returns the package's path. */
export function packDeb(root: string, appDir: string, outDir: string, release: Release): string {
  const version = debianVersion(release);
  const architecture = architectures[process.arch] ?? process.arch;
  const docs = join(root, 'usr/share/doc/coop-tray');
  writeFileSync(join(docs, 'changelog.gz'), gzip(changelog(version, release)), { mode: 0o644 });
  mkdirSync(join(root, 'usr/share/lintian/overrides'), { recursive: true, mode: 0o755 });
  writeFileSync(join(root, 'usr/share/lintian/overrides/coop-tray'), overrides(), { mode: 0o644 });
  const files = filesBelow(root).filter((file) => lstatSync(join(root, file)).isFile());
  mkdirSync(join(root, 'DEBIAN'), { mode: 0o755 });
  const put = (name: string, text: string) =>
    writeFileSync(join(root, 'DEBIAN', name), text, { mode: 0o644 });
  put('md5sums', files.map((file) => `${md5(join(root, file))}  ${file}\n`).join(''));
  put(
    'control',
    control({
      version,
      architecture,
      sizeKiB: sizeKiB(root, files),
      depends: debianDepends(neededBy(appDir)),
      official: release.official,
    }),
  );
  const target = join(outDir, fileNameOf(release, architecture, 'deb'));
  // A package for a test is unpacked once, and never downloaded.
  const compression = release.official ? ['-Zxz'] : ['-Zgzip', '-z1'];
  execFileSync('dpkg-deb', ['--root-owner-group', ...compression, '--build', root, target], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(Math.floor(release.date.getTime() / 1000)) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return target;
}

/**
 * A tilde sorts before everything, the end included: a beta is replaced by its release, and what was made for tests by
 * either.
 */
export function debianVersion({ version, official }: Release): string {
  return `${version.replace('-', '~')}${official ? '' : '~standin'}`;
}

type Facts = Readonly<{
  version: string;
  architecture: string;
  sizeKiB: number;
  depends: readonly string[];
  official: boolean;
}>;

function control({ version, architecture, sizeKiB: size, depends, official }: Facts): string {
  const warning = ` .
 This package is for tests only: it holds an old Electron.
`;
  return `Package: coop-tray
Version: ${version}
Architecture: ${architecture}
Maintainer: ${vendor}
Installed-Size: ${size}
Depends: ${depends.join(', ')}
Recommends: libnotify4
Suggests: gnome-keyring
Section: net
Priority: optional
Homepage: ${homepage}
Description: services of a worker co-op, in the tray of its members
 Coop Tray checks the services that a co-op lists in a document, and shows in
 the tray how they are. When one breaks, it says so once, with what to use
 instead, and tells when it is just your own network.
 .
 The command coop-tray answers the same in a terminal.
${official ? '' : warning}`;
}

function changelog(version: string, { date }: Release): string {
  const when = date.toUTCString().replace('GMT', '+0000');
  return `coop-tray (${version}) stable; urgency=medium

  * What is new is in NEWS.gz beside this file.

 -- ${vendor} <${homepage}/issues>  ${when}
`;
}

function md5(path: string): string {
  return createHash('md5').update(readFileSync(path)).digest('hex');
}

function sizeKiB(root: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + Math.ceil(lstatSync(join(root, file)).size / 1024), 0);
}
