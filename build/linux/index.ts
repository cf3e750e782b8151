/** Packages for Linux, made the same way on every machine: of Debian's tools, which need no download. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packDeb } from './deb.ts';
import type { Release } from './metadata.ts';
import { packRpm } from './rpm.ts';
import type { Format } from './tree.ts';
import { stageTree } from './tree.ts';

export type { Format } from './tree.ts';

/** Returns the package's path. `appDir` is the unpacked app, `iconDir` its icons as `SIZE.png`. */
export async function packLinux(
  format: Format,
  folders: Readonly<{ appDir: string; iconDir: string; outDir: string }>,
  release: Release,
): Promise<string> {
  const { appDir, iconDir, outDir } = folders;
  mkdirSync(outDir, { recursive: true });
  const root = mkdtempSync(join(tmpdir(), 'coop-tray-tree-'));
  const strict = process.umask(0o022);
  try {
    await stageTree(format, { appDir, iconDir, root }, release);
    return format === 'deb'
      ? packDeb(root, appDir, outDir, release)
      : packRpm(root, outDir, release);
  } finally {
    process.umask(strict);
    rmSync(root, { recursive: true, force: true });
  }
}

/** Of the version in package.json, at the time of the last commit: the same sources make the same package. */
export function thisRelease(official: boolean): Release {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const epochS =
    process.env['SOURCE_DATE_EPOCH'] ??
    execFileSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
  return { version, date: new Date(Number(epochS) * 1000), official };
}
