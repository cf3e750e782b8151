/**
 * Signs the manifests of a release with a key of OpenSSH, in an agent or a token if the file is a public one:
 * `node build/release/sign.ts FOLDER KEY`. Looks at everything first as a member's copy would: a package that was changed
 * after its manifest was written would reach nobody. And at what is published: it is not taken back.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadChannel } from '../../main/features/updates/read-channel.ts';
import { createReadChannel, updateNamespace } from '../../main/features/updates/read-channel.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { createBudget } from '../../main/platform/net/budget.ts';
import { createNet } from '../../main/platform/net/index.ts';
import { isSignedBy } from '../../main/platform/sshsig.ts';
import type { Manifest } from '../../shared/updates/manifest.ts';
import { channels, parseManifest } from '../../shared/updates/manifest.ts';
import { publishedRelease } from '../../shared/updates/release.ts';
import { compareVersions } from '../../shared/updates/version.ts';
import { packagesIn } from './manifest.ts';

/** Throws if something is not as it should be; then no signature is left. `read`: what is published by now. */
export async function signRelease(
  folder: string,
  keyFile: string,
  pinned: readonly string[],
  read: ReadChannel,
): Promise<readonly string[]> {
  const paths = channels
    .map((one) => join(folder, `${one}.json`))
    .filter((path) => existsSync(path));
  if (paths.length === 0) throw new Error(`There is no manifest in ${folder}.`);
  for (const path of paths) {
    const manifest = await unchanged(folder, path);
    await refuseTakenBack(manifest, read);
  }
  for (const path of paths) {
    rmSync(`${path}.sig`, { force: true });
    execFileSync('ssh-keygen', ['-Y', 'sign', '-q', '-f', keyFile, '-n', updateNamespace, path]);
    const armored = readFileSync(`${path}.sig`, 'utf8');
    if (isSignedBy(pinned, readFileSync(path), armored, updateNamespace)) continue;
    rmSync(`${path}.sig`);
    throw new Error(`${keyFile} is none of the keys that members’ copies trust.`);
  }
  return paths;
}

async function unchanged(folder: string, path: string): Promise<Manifest> {
  const manifest = parseManifest(readFileSync(path, 'utf8'));
  if (typeof manifest === 'string') throw new Error(`${path} is ${manifest}.`);
  const there = await packagesIn(folder, manifest.version);
  if (JSON.stringify(there) !== JSON.stringify(manifest.files)) {
    throw new Error(`The packages in ${folder} are not those of ${path}.`);
  }
  return manifest;
}

/** Copies that were told that nobody looks after them would believe that somebody does again. */
async function refuseTakenBack({ channel, minSupported }: Manifest, read: ReadChannel) {
  const last = await read(channel, new AbortController().signal);
  if (!last.ok) {
    // The first release has none before it, and the server may be out of reach from here.
    console.warn(`Not compared with what is published in ${channel}: ${last.problem.code}.`);
  } else if (compareVersions(minSupported, last.manifest.minSupported) < 0) {
    throw new Error(
      `${last.manifest.minSupported} is the oldest version supported in ${channel}; ${minSupported} would take that back.`,
    );
  }
}

if (import.meta.main) {
  const [folder, keyFile] = process.argv.slice(2);
  if (!folder || !keyFile) throw new Error('node build/release/sign.ts FOLDER KEY');
  if (!publishedRelease) throw new Error('shared/updates/release.ts pins no key yet.');
  const net = createNet({ budget: createBudget(1) });
  const read = createReadChannel({ net, clock: systemClock, release: publishedRelease });
  const paths = await signRelease(folder, keyFile, publishedRelease.keys, read);
  for (const path of paths) console.log(path);
}
