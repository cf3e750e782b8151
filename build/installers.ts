/** The installers of this system, in out/package. Unlike the tests' package, the app in them has its inspector closed. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { buildApp } from './bundle.ts';
import { findRuntime } from './electron/runtime.mjs';
import type { Format } from './linux/index.ts';
import { packLinux, thisRelease } from './linux/index.ts';
import { SetupError } from './setup/say.mjs';
import type { Asked, Target } from './targets.ts';
import { refusal } from './targets.ts';

const outDir = join('out', 'package');
/** Its own folder: the tests' package is in use. */
const shippedDir = join('out', 'shipped');

export async function packageInstallers(asked: Asked): Promise<void> {
  const runtime = findRuntime();
  if (!runtime) throw new SetupError('There is no Electron yet: npm run demo fetches it.');
  const refused = refusal(asked, runtime.official);
  if (refused !== undefined) throw new SetupError(refused);
  buildApp();
  if (process.platform !== 'linux') {
    await build({ config: { extends: 'electron-builder.yml', electronVersion: runtime.version } });
    return;
  }
  const appDir = await unpackShipped(runtime);
  for (const path of await packEach(asked.targets, appDir, runtime.official)) console.log(path);
}

/** The unpacked app as it is shipped; returns its folder. */
export async function unpackShipped(
  runtime: NonNullable<ReturnType<typeof findRuntime>>,
): Promise<string> {
  rmSync(shippedDir, { recursive: true, force: true });
  await build({
    dir: true,
    config: {
      extends: 'electron-builder.yml',
      directories: { output: shippedDir },
      electronVersion: runtime.version,
      electronDist: runtime.distDir,
    },
  });
  return join(shippedDir, 'linux-unpacked');
}

async function packEach(
  targets: readonly Target[],
  appDir: string,
  official: boolean,
): Promise<readonly string[]> {
  const made: string[] = [];
  for (const target of targets) {
    if (target === 'AppImage') made.push(...(await packAppImage(appDir)));
    else made.push(await packHere(target, appDir, official));
  }
  return made;
}

function packHere(format: Format, appDir: string, official: boolean): Promise<string> {
  const iconDir = join('out', 'icons', 'linux');
  return packLinux(format, { appDir, iconDir, outDir }, thisRelease(official));
}

/** Of the same files as the packages. electron-builder downloads what an AppImage starts with. */
function packAppImage(appDir: string): Promise<readonly string[]> {
  return build({
    linux: ['AppImage'],
    prepackaged: appDir,
    config: { extends: 'electron-builder.yml' },
  });
}
