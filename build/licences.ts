/**
 * The licences of all code that the app is made of, in one text file. The bundler says which packages it took, so that
 * none is forgotten; those that stay outside of the bundle are in the lock file.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { isAllowed } from './licences/allowed.ts';
import { standardText } from './licences/standard.ts';

export type PackedPackage = Readonly<{
  name: string;
  version: string;
  /** An SPDX expression. */
  licence: string;
  /** Its licence and notice files; empty if it has none. */
  texts: readonly string[];
}>;

/** Of modules that the bundler makes itself. */
const bundlers: Readonly<Record<string, string>> = { vite: 'vite', rolldown: 'rolldown' };
const licenceFile = /^(licen[cs]e|copying|notice|unlicense)/i;

/** Calls `note` with the folder of each package that a build takes something from. */
export function notesPackages(note: (folder: string) => void): Plugin {
  return {
    name: 'notes-packages',
    generateBundle(_options, bundle) {
      // A stylesheet takes fonts without a module.
      const files = Object.values(bundle).flatMap((one) =>
        one.type === 'asset'
          ? one.originalFileNames.map((name) => join(process.cwd(), 'renderer', name))
          : one.moduleIds,
      );
      for (const id of [...this.getModuleIds(), ...files]) {
        const folder = folderOf(id);
        if (folder !== undefined) note(folder);
      }
    },
  };
}

/** The folder of the package that a module is from; undefined for our own. */
export function folderOf(id: string): string | undefined {
  const [, maker = ''] = /^\0(\w+)/.exec(id) ?? [];
  const bundler = bundlers[maker];
  if (bundler !== undefined) return join('node_modules', bundler);
  const path = id.replaceAll(sep, '/').replace(/^\0+/, '').replace(/\?.*$/, '');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** Packages that the archive holds as they are, and not as part of a bundle. */
export function outsideTheBundle(): readonly string[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  return Object.entries(packages).flatMap(([path, { dev }]) =>
    path !== '' && !dev && existsSync(path) ? [path] : [],
  );
}

export function readPackage(folder: string): PackedPackage {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    author?: string | { name: string };
  };
  const { name, version, license: licence = '', author } = manifest;
  const found = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .toSorted();
  const texts = found.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const holder = typeof author === 'object' ? author.name : (author ?? `the authors of ${name}`);
  const stated = texts.length > 0 ? undefined : standardText(licence, holder);
  return { name, version, licence, texts: stated === undefined ? texts : [stated] };
}

/** Throws, and names the package, if a licence is missing or does not go with ours. */
export function checkLicences(packages: readonly PackedPackage[]): void {
  const faults = packages.flatMap(({ name, licence, texts }) => {
    if (!isAllowed(licence)) return [`${name}: “${licence}” does not go with the GPL`];
    return texts.length === 0 ? [`${name}: no text of its licence, “${licence}”`] : [];
  });
  if (faults.length > 0) throw new Error(`Licences:\n${faults.join('\n')}`);
}

/** Writes the texts to `file`: the app's own first, then each package's, the same text once. */
export async function writeLicences(file: string, folders: Iterable<string>): Promise<void> {
  const read = [...new Set([...folders, ...outsideTheBundle()])].map(readPackage);
  const byId = new Map(read.map((one) => [`${one.name} ${one.version}`, one]));
  const packages = [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  checkLicences(packages);
  await writeFile(file, textOf(packages, readFileSync('LICENSE', 'utf8').trim()));
}

const rule = '='.repeat(80);

function textOf(packages: readonly PackedPackage[], own: string): string {
  const sharers = new Map<string, string[]>();
  for (const { name, version, licence, texts } of packages) {
    const text = texts.join('\n\n');
    sharers.set(text, [...(sharers.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const parts = [...sharers].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  const head = 'Coop Tray (GPL-3.0-or-later), and below the packages that are part of it.';
  const chromium =
    'Those of Electron and Chromium are beside the app: LICENSE.electron.txt and LICENSES.chromium.html.';
  return `${[`${head}\n${chromium}\n\n${own}`, ...parts].join(`\n\n${rule}\n\n`)}\n`;
}
