/**
 * Signs the manifests of a release with a key of OpenSSH, in an agent or a token if the file is a public one:
 * `node build/release/sign.ts FOLDER KEY`. Looks at everything first as a member's copy would: a package that was changed
 * after its manifest was written would reach nobody.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { updateNamespace } from '../../main/features/updates/read-channel.ts';
import { isSignedBy } from '../../main/platform/sshsig.ts';
import { channels, parseManifest } from '../../shared/updates/manifest.ts';
import { publishedRelease } from '../../shared/updates/release.ts';
import { packagesIn } from './manifest.ts';

/** Throws if something is not as it should be; then no signature is left. */
export async function signRelease(
  folder: string,
  keyFile: string,
  pinned: readonly string[],
): Promise<readonly string[]> {
  const paths = channels
    .map((one) => join(folder, `${one}.json`))
    .filter((path) => existsSync(path));
  if (paths.length === 0) throw new Error(`There is no manifest in ${folder}.`);
  for (const path of paths) {
    await refuseChanged(folder, path);
    rmSync(`${path}.sig`, { force: true });
    execFileSync('ssh-keygen', ['-Y', 'sign', '-q', '-f', keyFile, '-n', updateNamespace, path]);
    const armored = readFileSync(`${path}.sig`, 'utf8');
    if (isSignedBy(pinned, readFileSync(path), armored, updateNamespace)) continue;
    rmSync(`${path}.sig`);
    throw new Error(`${keyFile} is none of the keys that members’ copies trust.`);
  }
  return paths;
}

async function refuseChanged(folder: string, path: string): Promise<void> {
  const manifest = parseManifest(readFileSync(path, 'utf8'));
  if (typeof manifest === 'string') throw new Error(`${path} is ${manifest}.`);
  const there = await packagesIn(folder, manifest.version);
  if (JSON.stringify(there) !== JSON.stringify(manifest.files)) {
    throw new Error(`The packages in ${folder} are not those of ${path}.`);
  }
}

if (import.meta.main) {
  const [folder, keyFile] = process.argv.slice(2);
  if (!folder || !keyFile) throw new Error('node build/release/sign.ts FOLDER KEY');
  if (!publishedRelease) throw new Error('shared/updates/release.ts pins no key yet.');
  for (const path of await signRelease(folder, keyFile, publishedRelease.keys)) console.log(path);
}
