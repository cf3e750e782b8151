/** Makes the packages once for all tests, and older ones to upgrade from, while a system for them is installed. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../../build/bundle.ts';
import { findRuntime } from '../../build/electron/runtime.mjs';
import { unpackShipped } from '../../build/installers.ts';
import { packLinux, thisRelease } from '../../build/linux/index.ts';
import type { Release } from '../../build/linux/metadata.ts';
import { inTurn } from '../../build/setup/turn.mjs';
import { installSystem } from './clean-root.ts';

export type MadePackages = Readonly<{
  /** Path of the unpacked app that they hold. */
  appDir: string;
  deb: string;
  olderDeb: string;
  rpm: string;
  olderRpm: string;
  /** Where a system is installed; undefined if we may not. */
  rootDir: string | undefined;
  /** Of this one, as in package.json. */
  version: string;
  /** Of Electron. */
  electron: string;
}>;

declare module 'vitest' {
  interface ProvidedContext {
    packages: MadePackages;
  }
}

export const olderVersion = '0.0.9';

export default async function setup(project: TestProject): Promise<() => void> {
  const outDir = mkdtempSync(join(tmpdir(), 'coop-tray-packages-'));
  // Others look into the system that is installed there.
  chmodSync(outDir, 0o755);
  const rootDir = process.getuid?.() === 0 ? join(outDir, 'root') : undefined;
  const runtime = findRuntime();
  if (!runtime) throw new Error('There is no Electron yet: npm run demo fetches it.');
  const installing = rootDir === undefined ? undefined : installSystem(rootDir);
  const made = inTurn(process.cwd(), async () => {
    buildApp();
    const appDir = await unpackShipped(runtime);
    const pack = (format: 'deb' | 'rpm', release: Release) =>
      packLinux(format, { appDir, iconDir: join('out', 'icons', 'linux'), outDir }, release);
    // Even where the real Electron is: these are packed fast, and thrown away.
    const release = thisRelease(false);
    const older = { ...release, version: olderVersion };
    return {
      appDir,
      deb: await pack('deb', release),
      olderDeb: await pack('deb', older),
      rpm: await pack('rpm', release),
      olderRpm: await pack('rpm', older),
      version: release.version,
      electron: runtime.version,
    };
  });
  // Both come to their end before the folder is removed, whatever becomes of them.
  await Promise.allSettled([made, installing]);
  const remove = () => rmSync(outDir, { recursive: true, force: true });
  try {
    await installing;
    project.provide('packages', { ...(await made), rootDir });
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}
