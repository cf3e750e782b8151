/** A package for Fedora, openSUSE and their kin, by rpmbuild. It has no scriptlets: there is nothing to do. */
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { debianVersion } from './deb.ts';
import type { Release } from './metadata.ts';
import { openedByName } from './needed.ts';
import { filesBelow } from './tree.ts';
import { fileNameOf, homepage, installDir, licence, vendor } from './metadata.ts';

const architectures: Readonly<Record<string, string>> = { x64: 'x86_64', arm64: 'aarch64' };

/** Packs the files in `root`; returns the package's path. */
export function packRpm(root: string, outDir: string, release: Release): string {
  const work = mkdtempSync(join(tmpdir(), 'coop-tray-rpm-'));
  try {
    const spec = join(work, 'coop-tray.spec');
    writeFileSync(spec, specOf(resolve(root), release));
    const architecture = architectures[process.arch] ?? process.arch;
    execFileSync(
      'rpmbuild',
      ['-bb', '--quiet', '--define', `_topdir ${work}`, '--target', `${architecture}-linux`, spec],
      {
        env: {
          ...process.env,
          SOURCE_DATE_EPOCH: String(Math.floor(release.date.getTime() / 1000)),
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const [made] = globSync(join(work, 'RPMS', '*', '*.rpm'));
    if (made === undefined) throw new Error('rpmbuild left no package behind.');
    const kept = join(outDir, fileNameOf(release, architecture, 'rpm'));
    execFileSync('cp', [made, kept]);
    return kept;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The libraries that it needs are found by rpmbuild itself, by the names that all distributions have for them. */
function specOf(root: string, release: Release): string {
  const own = globSync('*.so*', { cwd: join(root, installDir) }).map((name) => basename(name));
  const names = own.map((name) => name.replaceAll('.', String.raw`\\.`)).join('|');
  const outside = filesBelow(root, 'usr').map((file) => `/${file}`);
  return `Name: coop-tray
Version: ${debianVersion(release)}
Release: 1
Summary: Services of a worker co-op, in the tray of its members
License: ${licence}
URL: ${homepage}
Vendor: ${vendor}
Requires: xdg-utils
Requires: ${openedByName}
Recommends: libnotify
# Libraries of its own are nobody else's business.
AutoProv: no
%global __requires_exclude ^(${names})
# Two Electron apps ship the same runtime and would fight over its build-id links.
%global _build_id_links none
%global debug_package %{nil}
# The files are finished: nothing is stripped or compressed.
%global __os_install_post %{nil}
%global _binary_payload ${release.official ? 'w19.zstdio' : 'w.ufdio'}

%description
Coop Tray checks the services that a co-op lists in a document, and shows in
the tray how they are. When one breaks, it says so once, with what to use
instead, and tells when it is just your own network.
${release.official ? '' : '\nThis package is for tests only: it holds an old Electron.\n'}
%install
cp -a ${root}/. %{buildroot}/

%files
%defattr(-,root,root,-)
${installDir}
%dir /usr/share/doc/coop-tray
${outside.join('\n')}
`;
}
