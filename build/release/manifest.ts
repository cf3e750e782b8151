/**
 * Writes what members’ copies are told of a release, beside its packages: `node build/release/manifest.ts FOLDER
 * NOTES_EN NOTES_FR --page=URL [--days=180]`. A person signs it, on a computer that no workflow reaches: `sign.ts`.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appId } from '../../shared/identity.ts';
import { dayMs } from '../../shared/time/calendar.ts';
import type { Channel, Manifest, UpdateFile } from '../../shared/updates/manifest.ts';
import { manifestForm, parseManifest, writtenManifest } from '../../shared/updates/manifest.ts';
import { compareVersions, isBeta } from '../../shared/updates/version.ts';
import { minSupported } from './min-supported.ts';

/** How electron-builder.yml and build/linux/ name packages, and what members' copies call them. */
const packageName = /^coop-tray-(.+)-(linux|mac|win)-([a-z0-9_]+)\.(AppImage|deb|rpm|dmg|exe)$/;
const systems: Readonly<Record<string, string>> = { linux: 'linux', mac: 'mac', win: 'windows' };
/** Each kind of package has its own word for a processor; Node's is the one that counts. */
const processors: Readonly<Record<string, string>> = {
  x64: 'x64',
  x86_64: 'x64',
  amd64: 'x64',
  arm64: 'arm64',
  aarch64: 'arm64',
};
const kinds: Readonly<Record<string, string>> = {
  AppImage: 'appimage',
  deb: 'deb',
  rpm: 'rpm',
  dmg: 'dmg',
  exe: 'nsis',
};

/** Undefined for a file that is no package of this version. */
export function targetOf(name: string, version: string): string | undefined {
  const [, of, system = '', processor = '', kind = ''] = packageName.exec(name) ?? [];
  const parts = [systems[system], processors[processor], kinds[kind]];
  return of === version && parts.every((part) => part !== undefined) ? parts.join('-') : undefined;
}

export type Release = Omit<Manifest, 'form' | 'app' | 'channel' | 'issued' | 'expires'> &
  Readonly<{ issuedUtcMs: number; days: number }>;

/** A stable version is for those who try betas, too. Throws if a member's copy could not read it. */
export function manifestsOf({
  issuedUtcMs,
  days,
  ...release
}: Release): ReadonlyMap<string, string> {
  if (compareVersions(release.minSupported, release.version) > 0)
    throw new Error(`${release.version} is older than what is supported.`);
  const channels: readonly Channel[] = isBeta(release.version) ? ['beta'] : ['stable', 'beta'];
  return new Map(
    channels.map((channel) => {
      const text = writtenManifest({
        form: manifestForm,
        app: appId,
        channel,
        issued: new Date(issuedUtcMs).toISOString(),
        expires: new Date(issuedUtcMs + days * dayMs).toISOString(),
        ...release,
      });
      const read = parseManifest(text);
      if (typeof read === 'string') throw new Error(`The manifest of ${channel} is ${read}.`);
      return [`${channel}.json`, text];
    }),
  );
}

/**
 * People get an AppImage without a version in its name, since an update leaves the name as it is. Stable versions and
 * betas are published in one folder, though, so copies download one that has it.
 */
export function nameAppImages(folder: string, version: string): void {
  for (const name of readdirSync(folder)) {
    const [, processor] = /^coop-tray-([a-z0-9_]+)\.AppImage$/.exec(name) ?? [];
    if (processor === undefined) continue;
    const versioned = `coop-tray-${version}-linux-${processor}.AppImage`;
    copyFileSync(join(folder, name), join(folder, versioned));
  }
}

/** Throws if a kind of package is missing: its members would be told that there is none for their computer. */
export async function packagesOf(folder: string, version: string): Promise<readonly UpdateFile[]> {
  const files = await packagesIn(folder, version);
  const missing = Object.entries(kinds).filter(
    ([, kind]) => !files.some(({ target }) => target.endsWith(`-${kind}`)),
  );
  if (missing.length === 0) return files;
  const names = missing.map(([ending]) => ending).join(', ');
  throw new Error(`There is no package of ${version} in ${folder} for ${names}.`);
}

export async function packagesIn(folder: string, version: string): Promise<readonly UpdateFile[]> {
  const files: UpdateFile[] = [];
  for (const name of readdirSync(folder).toSorted()) {
    const target = targetOf(name, version);
    if (target === undefined) continue;
    const path = join(folder, name);
    files.push({ target, name, sizeBytes: statSync(path).size, sha512: await sha512Of(path) });
  }
  return files;
}

async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) hash.update(piece);
  return hash.digest('hex');
}

async function write(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      page: { type: 'string' },
      days: { type: 'string', default: '180' },
    },
  });
  const [folder, english, french] = positionals;
  const { page } = values;
  if (!folder || !english || !french || !page)
    throw new Error('FOLDER NOTES_EN NOTES_FR --page=URL');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  nameAppImages(folder, version);
  const files = await packagesOf(folder, version);
  const manifests = manifestsOf({
    version,
    minSupported,
    notes: { en: readFileSync(english, 'utf8').trim(), fr: readFileSync(french, 'utf8').trim() },
    page,
    files: [...files],
    issuedUtcMs: Date.now(),
    days: Number(values.days),
  });
  for (const [name, text] of manifests) writeFileSync(join(folder, name), text);
}

if (import.meta.main) await write();
