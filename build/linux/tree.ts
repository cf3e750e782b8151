/** The files of a package, as they will be installed. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { shells } from '../../shared/cli/commands.ts';
import { completionFor } from '../../shared/cli/completion/index.ts';
import { manualPage } from '../../shared/cli/man.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { locales } from '../../shared/i18n/languages.ts';
import { appId } from '../../shared/identity.ts';
import { appSvg } from '../icons/shapes.ts';
import type { Release, Words } from './metadata.ts';
import { copyright, desktopEntry, installDir, isoDate, metainfo } from './metadata.ts';

/** Where the systems of a package format look for completions of zsh. */
const zshFolders = { deb: 'vendor-completions', rpm: 'site-functions' } as const;
export type Format = keyof typeof zshFolders;

/** Fills `root`. `appDir` is the unpacked app. */
export async function stageTree(
  format: Format,
  { appDir, iconDir, root }: Readonly<{ appDir: string; iconDir: string; root: string }>,
  release: Release,
): Promise<void> {
  const put = (path: string, content: string | Uint8Array) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const share: Share = (path, content) => put(`usr/share/${path}`, content);

  mkdirSync(join(root, 'opt'), { recursive: true });
  execFileSync('cp', ['-a', '--no-preserve=ownership', appDir, join(root, installDir)]);
  // Tell the app how it was installed, in the file in which electron-builder's packages say it, and whether it still is.
  put(join(installDir, 'resources/package-type'), `${format}\n`);
  put(join(installDir, 'resources/package-version'), `${release.version}\n`);
  mkdirSync(join(root, 'usr/bin'), { recursive: true });
  // A file of the package like any other. One that scripts make is lost or left over when a package is replaced: deb and
  // rpm run their scripts in a different order (electron-userland/electron-builder#7326, #8911, #9746).
  symlinkSync(`${installDir}/coop-tray`, join(root, 'usr/bin/coop-tray'));

  const words = await allWords();
  share(`applications/${appId}.desktop`, desktopEntry(words));
  share(`metainfo/${appId}.metainfo.xml`, metainfo(words, release));
  share(`icons/hicolor/scalable/apps/${appId}.svg`, appSvg);
  for (const name of readdirSync(iconDir)) {
    const size = name.replace('.png', '');
    share(`icons/hicolor/${size}/apps/${appId}.png`, readFileSync(join(iconDir, name)));
  }
  shareManual(words, share, release);
  shareCompletion(words, share, format);
  share('doc/coop-tray/copyright', copyright());
  share('doc/coop-tray/NEWS.gz', gzip(readFileSync('CHANGELOG.md', 'utf8')));
  setModes(root, format);
  // The sandbox's helper where users may not make namespaces, now or after an upgrade of the system. Where they may,
  // Chromium leaves it alone.
  const helper = join(root, installDir, 'chrome-sandbox');
  if (!existsSync(helper)) throw new Error('This Electron has no chrome-sandbox.');
  chmodSync(helper, 0o4755);
}

type Share = (path: string, content: string | Uint8Array) => void;

async function allWords(): Promise<Words> {
  return { en: await loadTranslate('en'), fr: await loadTranslate('fr') };
}

function shareManual(words: Words, share: Share, { version, date }: Release): void {
  for (const locale of locales) {
    const page = manualPage(words[locale], { version, date: isoDate({ date }) });
    share(`man/${locale === 'en' ? '' : `${locale}/`}man1/coop-tray.1.gz`, gzip(page));
  }
}

/** In English, because one file serves all users of a computer; `coop-tray completion` speaks the member's language. */
function shareCompletion({ en }: Words, share: Share, format: Format): void {
  const places = {
    bash: 'bash-completion/completions/coop-tray',
    zsh: `zsh/${zshFolders[format]}/_coop-tray`,
    fish: 'fish/vendor_completions.d/coop-tray.fish',
  };
  for (const shell of shells) share(places[shell], completionFor(shell, en));
}

export function gzip(text: string): Uint8Array {
  return gzipSync(text, { level: 9 });
}

/** Readable for everybody, however strict the builder's umask: an app that only root may read starts for nobody. */
function setModes(path: string, format: Format): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  const isFolder = stat.isDirectory();
  // Debian wants none that can be run. rpmbuild looks for what is needed only into those that can: with another mode,
  // the package would not ask for the keyring's library.
  const isRun = /\.(so(\.\d+)?|node)$/.test(path) ? format === 'rpm' : (stat.mode & 0o100) !== 0;
  chmodSync(path, isFolder || isRun ? 0o755 : 0o644);
  if (isFolder) for (const name of readdirSync(path)) setModes(join(path, name), format);
}

/** Paths relative to `root`, without folders. */
export function filesBelow(root: string, folder = ''): readonly string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name);
    return lstatSync(join(root, path)).isDirectory() ? filesBelow(root, path) : [path];
  });
}
