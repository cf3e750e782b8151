/** Makes the packages once for all tests, and an older one to upgrade from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildApp } from '../../build/bundle.ts';
import { findRuntime } from '../../build/electron/runtime.mjs';
import { unpackShipped } from '../../build/installers.ts';
import { packLinux, thisRelease } from '../../build/linux/index.ts';
import type { Release } from '../../build/linux/metadata.ts';
import { inTurn } from '../../build/setup/turn.mjs';

export type MadePackages = Readonly<{
  /** Path of the unpacked app that they hold. */
  appDir: string;
  deb: string;
  olderDeb: string;
  rpm: string;
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
  const runtime = findRuntime();
  if (!runtime) throw new Error('There is no Electron yet: npm run demo fetches it.');
  const packages = await inTurn(process.cwd(), async (): Promise<MadePackages> => {
    buildApp();
    const appDir = await unpackShipped(runtime);
    const pack = (format: 'deb' | 'rpm', release: Release) =>
      packLinux(format, { appDir, iconDir: join('out', 'icons', 'linux'), outDir }, release);
    // Even where the real Electron is: these are packed fast, and thrown away.
    const release = thisRelease(false);
    return {
      appDir,
      deb: await pack('deb', release),
      olderDeb: await pack('deb', { ...release, version: olderVersion }),
      rpm: await pack('rpm', release),
      version: release.version,
      electron: runtime.version,
    };
  });
  project.provide('packages', packages);
  return () => rmSync(outDir, { recursive: true, force: true });
}
