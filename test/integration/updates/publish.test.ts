/** What the makers publish is what members' copies believe. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import {
  manifestsOf,
  nameAppImages,
  packagesIn,
  packagesOf,
  targetOf,
} from '../../../build/release/manifest.ts';
import { fileNameOf } from '../../../build/linux/metadata.ts';
import { signRelease } from '../../../build/release/sign.ts';
import type { ReadChannel } from '../../../main/features/updates/read-channel.ts';
import { refusalOf } from '../../../shared/updates/accept.ts';
import { appId } from '../../../shared/identity.ts';
import type { Channel } from '../../../shared/updates/manifest.ts';
import { parseManifest } from '../../../shared/updates/manifest.ts';
import { manifestOf } from '../../servers/updates/manifests.ts';

const now = Date.UTC(2026, 11, 1);
const release = {
  version: '1.1.0',
  minSupported: '0.1.0',
  notes: { en: 'New.', fr: 'Nouveau.' },
  page: 'https://updates.example/1.1.0',
  files: [],
  issuedUtcMs: now,
  days: 180,
};

test.each([
  ['coop-tray-1.1.0-linux-x86_64.AppImage', 'linux-x64-appimage'],
  ['coop-tray-1.1.0-linux-amd64.deb', 'linux-x64-deb'],
  ['coop-tray-1.1.0-linux-x86_64.rpm', 'linux-x64-rpm'],
  ['coop-tray-1.1.0-linux-arm64.AppImage', 'linux-arm64-appimage'],
  ['coop-tray-1.1.0-mac-arm64.dmg', 'mac-arm64-dmg'],
  ['coop-tray-1.1.0-win-x64.exe', 'windows-x64-nsis'],
  ['coop-tray-1.0.0-win-x64.exe', undefined],
  ['coop-tray-1.1.0-win-mips.exe', undefined],
  ['coop-tray-1.1.0-mac-arm64.zip', undefined],
  ['Coop Tray-1.1.0.AppImage', undefined],
])('%s is for %s', (name, target) => {
  expect(targetOf(name, '1.1.0')).toBe(target);
});

test('electron-builder names packages so', () => {
  const config = readFileSync('electron-builder.yml', 'utf8');
  expect(config).toMatch(/^artifactName: coop-tray-\$\{version\}-\$\{os\}-\$\{arch\}\.\$\{ext\}$/m);
  expect(config).toMatch(/^ {2}artifactName: coop-tray-\$\{arch\}\.AppImage$/m);
});

test.each(['1.1.0', '1.1.0-beta.1'])('build/linux names those of %s so', (version) => {
  const made = { version, date: new Date(now), official: true };
  expect(targetOf(fileNameOf(made, 'amd64', 'deb'), version)).toBe('linux-x64-deb');
  expect(targetOf(fileNameOf(made, 'aarch64', 'rpm'), version)).toBe('linux-arm64-rpm');
  // What was made for tests is offered to nobody.
  const standIn = fileNameOf({ ...made, official: false }, 'amd64', 'deb');
  expect(targetOf(standIn, version)).toBeUndefined();
});

test('a release with all its packages has all of them in its manifest; one that lacks a kind is refused', async () => {
  const whole = mkdtempSync(join(tmpdir(), 'coop-tray-release-'));
  onTestFinished(() => rmSync(whole, { recursive: true }));
  const made = { version: '1.1.0', date: new Date(now), official: true };
  const names = [
    'coop-tray-x86_64.AppImage',
    fileNameOf(made, 'amd64', 'deb'),
    fileNameOf(made, 'x86_64', 'rpm'),
    'coop-tray-1.1.0-mac-arm64.dmg',
    'coop-tray-1.1.0-win-x64.exe',
  ];
  for (const name of names) writeFileSync(join(whole, name), name);
  await expect(packagesOf(whole, '1.1.0')).rejects.toThrow('for AppImage.');
  nameAppImages(whole, '1.1.0');
  const files = await packagesOf(whole, '1.1.0');
  expect(files.map(({ target }) => target)).toEqual([
    'linux-x64-deb',
    'linux-x64-appimage',
    'linux-x64-rpm',
    'mac-arm64-dmg',
    'windows-x64-nsis',
  ]);
  // Each can stand in a manifest.
  expect(() => manifestsOf({ ...release, files: [...files] })).not.toThrow();
});

test.each([
  ['1.1.0', ['stable.json', 'beta.json']],
  ['1.1.0-beta.1', ['beta.json']],
])('%s is published in %j', (version, names) => {
  const manifests = manifestsOf({ ...release, version });
  expect([...manifests.keys()]).toEqual(names);
  for (const [name, text] of manifests) {
    const manifest = parseManifest(text);
    if (typeof manifest === 'string') throw new Error(manifest);
    const channel = name === 'beta.json' ? 'beta' : 'stable';
    const expected = { app: appId, channel, nowUtcMs: now, known: undefined } as const;
    expect(refusalOf({ manifest, digest: '' }, expected)).toBeUndefined();
  }
});

test.each([
  ['a version that is none', { version: '1.1' }],
  ['a page that is not protected', { page: 'http://updates.example/' }],
  ['an end before the beginning', { days: -1 }],
])('%s is not published', (_what, more) => {
  expect(() => manifestsOf({ ...release, ...more })).toThrow(/is unreadable|Not a version/);
});

test('a version that would call itself too old is not published', () => {
  const minSupported = '1.1.0';
  expect(() => manifestsOf({ ...release, minSupported })).not.toThrow();
  expect(() => manifestsOf({ ...release, minSupported, version: '1.1.0-beta.1' })).toThrow(
    'older than what is supported',
  );
});

const hasOpenSsh = spawnSync('ssh-keygen', ['-?']).error === undefined;
let folder: string;
let key: string;
let pinned: readonly string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-release-'));
  writeFileSync(join(folder, 'coop-tray-1.1.0-linux-x86_64.AppImage'), 'new');
  const files = [...(await packagesIn(folder, '1.1.0'))];
  for (const [name, text] of manifestsOf({ ...release, files }))
    writeFileSync(join(folder, name), text);
  if (!hasOpenSsh) return;
  key = join(folder, 'key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'release', '-f', key]);
  pinned = [readFileSync(`${key}.pub`, 'utf8').trim()];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
/** What is published before. */
const nothing: ReadChannel = async () => ({ ok: false, problem: { code: 'not-found' } });
const supporting =
  (minSupported: string, of: Channel): ReadChannel =>
  async (channel) =>
    channel === of
      ? { ok: true, manifest: manifestOf({ channel, minSupported }), digest: '' }
      : nothing(channel, new AbortController().signal);
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue());
afterEach(() => void vi.restoreAllMocks());
const signatures = () => readdirSync(folder).filter((name) => name.endsWith('.sig'));

test.runIf(hasOpenSsh)('both channels are signed, and again', async () => {
  await signRelease(folder, key, pinned, nothing);
  expect(console.warn).toHaveBeenCalledTimes(2);
  await signRelease(folder, key, pinned, supporting(release.minSupported, 'stable'));
  expect(signatures()).toEqual(['beta.json.sig', 'stable.json.sig']);
});

test.runIf(hasOpenSsh).each(['stable', 'beta'] as const)(
  'what is no longer supported in %s stays so',
  async (channel) => {
    const signing = signRelease(folder, key, pinned, supporting('1.0.0', channel));
    await expect(signing).rejects.toThrow('would take that back');
    expect(signatures()).toEqual([]);
  },
);

test.runIf(hasOpenSsh)('a key that nobody trusts signs nothing', async () => {
  await expect(signRelease(folder, key, [], nothing)).rejects.toThrow('none of the keys');
  expect(signatures()).toEqual([]);
});

// screenpipe/screenpipe#4077: a package that was made again after it had been signed for.
test.runIf(hasOpenSsh)('a package that was changed since is not signed for', async () => {
  writeFileSync(join(folder, 'coop-tray-1.1.0-linux-x86_64.AppImage'), 'newer');
  await expect(signRelease(folder, key, pinned, nothing)).rejects.toThrow('not those of');
  expect(signatures()).toEqual([]);
});
