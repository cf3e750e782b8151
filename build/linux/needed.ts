/** The libraries that a binary is linked to, and the Debian packages that have them. */
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

export type Needed = Readonly<{
  /** As the dynamic linker looks for them, sorted; those that the app brings itself are left out. */
  libraries: readonly string[];
  /** The newest version of the C library that a symbol is bound to, such as `2.25`. */
  libc: string;
}>;

const headerLimitBytes = 64 * 1024 * 1024;

/** Reads every binary below `appDir` by `objdump`, from binutils. */
export function neededBy(appDir: string): Needed {
  const files = globSync(['coop-tray', 'chrome*', '*.so', '*.so.*', '**/*.node'], { cwd: appDir });
  const own = new Set(files.map((file) => basename(file)));
  const headers = files.filter(isBinary).map((file) => headersOf(join(appDir, file)));
  const found = headers.flatMap((text) => [...text.matchAll(/^ +NEEDED +(\S+)$/gm)]);
  const libraries = new Set(found.map(([, name = '']) => name).filter((name) => !own.has(name)));
  const versions = headers
    .flatMap((text) => [...text.matchAll(/ GLIBC_(2\.\d+)/g)])
    .map(([, version = '']) => version);
  const minor = (version: string) => Number(version.slice(2));
  const libc = versions.toSorted((a, b) => minor(a) - minor(b)).at(-1);
  if (libc === undefined) throw new Error(`${appDir} holds no program.`);
  return { libraries: [...libraries].toSorted(), libc };
}

const isBinary = (file: string) => !/\.(pak|txt|html)$/.test(file);

function headersOf(file: string): string {
  return execFileSync('objdump', ['-p', file], {
    encoding: 'utf8',
    maxBuffer: headerLimitBytes,
    // Its words are translated.
    env: { ...process.env, LC_ALL: 'C' },
  });
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some. The new name comes first: there, the old one is also provided by packages
 * with other contents, such as `liboss4-salsa-asound2`, and apt takes the first alternative that it can have.
 */
const renamed = (name: string) => `${name}t64 | ${name}`;

const packages: Readonly<Record<string, string>> = {
  'libX11.so.6': 'libx11-6',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libasound.so.2': renamed('libasound2'),
  'libatk-1.0.so.0': renamed('libatk1.0-0'),
  'libatk-bridge-2.0.so.0': renamed('libatk-bridge2.0-0'),
  'libatspi.so.0': renamed('libatspi2.0-0'),
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': renamed('libcups2'),
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgcc_s.so.1': 'libgcc-s1',
  'libgio-2.0.so.0': renamed('libglib2.0-0'),
  'libglib-2.0.so.0': renamed('libglib2.0-0'),
  'libgobject-2.0.so.0': renamed('libglib2.0-0'),
  'libgtk-3.so.0': renamed('libgtk-3-0'),
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsecret-1.so.0': 'libsecret-1-0',
  'libsmime3.so': 'libnss3',
  'libstdc++.so.6': 'libstdc++6',
  'libudev.so.1': 'libudev1',
  'libxcb.so.1': 'libxcb1',
  'libxkbcommon.so.0': 'libxkbcommon0',
};

/**
 * Opened while running, so no header names it: without it Chromium ends at start, without a word. Found by
 * test/packages/install.test.ts.
 */
const opened = ['libx11-xcb1'];
/** The same to rpm. */
export const openedByName = 'libX11-xcb.so.1()(64bit)';

/** Parts of the C library. */
const libcParts = /^(libc|libm|libdl|libpthread|librt|ld-linux-.*)\.so\.\d$/;

/** The value of `Depends`, sorted; `xdg-utils` opens addresses in the browser. Throws if it is not known which package has a library. */
export function debianDepends({ libraries, libc }: Needed): readonly string[] {
  const others = libraries.filter((name) => !libcParts.test(name));
  const unknown = others.filter((name) => !Object.hasOwn(packages, name));
  if (unknown.length > 0)
    throw new Error(
      `The app needs ${unknown.join(', ')}: write into build/linux/needed.ts which Debian package has it.`,
    );
  const named = others.map((name) => packages[name] ?? '');
  return [...new Set([`libc6 (>= ${libc})`, 'xdg-utils', ...opened, ...named])].toSorted();
}
