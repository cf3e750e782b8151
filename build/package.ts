/**
 * Packages the app. By default, unpacked into out/package for this machine's tests; with `--target=deb,rpm,AppImage`, as
 * packages for Linux; with `--release`, as all installers of this system, with the official Electron only.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { build } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { buildApp } from './bundle.ts';
import { packageInstallers } from './installers.ts';
import { findRuntime } from './electron/runtime.mjs';
import { SetupError } from './setup/say.mjs';
import { inTurn } from './setup/turn.mjs';
import type { Packaged, Staged } from './stage.ts';
import { stageApp } from './stage.ts';
import { askedTargets } from './targets.ts';

const dir = join('out', 'package', process.platform === 'linux' ? 'linux-unpacked' : '');
const stamp = join('out', 'package', 'stamp');

/** The unpacked app for tests. Does nothing if neither app nor runtime has changed. */
export function packageForTests(): Promise<Packaged> {
  return inTurn(process.cwd(), packageUnpacked);
}

/** The same in a separate folder, so that the next build does not disturb a running app. */
export function stageForTests(parent: string = tmpdir()): Promise<Staged> {
  return inTurn(process.cwd(), async () => stageApp(await packageUnpacked(), parent));
}

async function packageUnpacked(): Promise<Packaged> {
  buildApp();
  const runtime = findRuntime();
  if (!runtime) throw new SetupError('There is no Electron yet: npm run demo fetches it.');
  const fingerprint = fingerprintOf(runtime.version);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint) {
    // An interrupted build must not pass for the previous one.
    rmSync(stamp, { force: true });
    await build({ dir: true, config: configFor(runtime) });
    await enableInspector(executable());
    enableSandboxHelper();
    writeFileSync(stamp, fingerprint);
  }
  return { dir, executable: executable() };
}

function configFor(runtime: NonNullable<ReturnType<typeof findRuntime>>): Configuration {
  return {
    extends: 'electron-builder.yml',
    electronVersion: runtime.version,
    electronDist: runtime.distDir,
    // Only releases are signed.
    mac: { identity: null },
  };
}

function executable(): string {
  if (process.platform === 'win32') return join('out/package/win-unpacked', 'Coop Tray.exe');
  if (process.platform === 'linux') return join(dir, 'coop-tray');
  const [found] = globSync('out/package/mac*/Coop Tray.app/Contents/MacOS/Coop Tray');
  if (!found) throw new Error('electron-builder left no app behind');
  return found;
}

/** Playwright controls the main process through the inspector, which is disabled in releases. */
async function enableInspector(path: string): Promise<void> {
  await flipFuses(path, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Without user namespaces, Chromium's sandbox needs a setuid-root helper. */
function enableSandboxHelper(): void {
  const helper = join(dir, 'chrome-sandbox');
  if (process.getuid?.() !== 0 || !existsSync(helper)) return;
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}

function fingerprintOf(runtimeVersion: string): string {
  const hash = createHash('sha256').update(runtimeVersion);
  const files = [
    'package.json',
    'electron-builder.yml',
    'build/package.ts',
    ...globSync('out/app/**/*'),
  ];
  for (const file of files.toSorted()) {
    if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  const targets = askedTargets(process.argv.slice(2), process.platform);
  if (targets) await inTurn(process.cwd(), () => packageInstallers(targets));
  else console.log(`Packaged: ${(await packageForTests()).executable}`);
}
