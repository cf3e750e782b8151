/** How the app got onto this computer, and so how it can be updated. Pure. */

/** Ways that need the member, each with words of its own. */
export const byHandKinds = [
  'deb',
  'rpm',
  'pacman',
  'nix',
  'mac',
  'windows',
  'folder',
  'appimage-fixed',
  'appimage-mounted',
  'appimage-gone',
] as const;

export const storeKinds = ['flatpak', 'snap'] as const;

export type Place =
  /** The file at `path` is replaced. */
  | Readonly<{ how: 'replace'; kind: 'appimage'; target: string; path: string }>
  | Readonly<{ how: 'by-hand'; kind: (typeof byHandKinds)[number]; target?: string }>
  /** The store updates it: nothing is asked. */
  | Readonly<{ how: 'store'; kind: (typeof storeKinds)[number] }>;

export type PlaceFacts = Readonly<{
  /** As Node names them. */
  platform: string;
  arch: string;
  /** The program that runs. */
  programPath: string;
  /** What an AppImage says of its own file, and of where that is mounted; links of the latter followed. */
  appImage: string | undefined;
  appDir: string | undefined;
  /** Of that file, links followed. */
  file: Readonly<{ path: string; isFile: boolean; isFolderWritable: boolean }> | undefined;
  isFlatpak: boolean;
  isSnap: boolean;
  /** What electron-builder writes into a package: `deb`, `rpm`, `pacman`. */
  packageType: string | undefined;
}>;

/** A package that nobody knows is updated by hand: the app replaces nothing that something else may look after. */
export function placeOf(facts: PlaceFacts): Place {
  const { platform, arch, programPath, packageType } = facts;
  if (facts.isFlatpak) return { how: 'store', kind: 'flatpak' };
  if (facts.isSnap) return { how: 'store', kind: 'snap' };
  if (platform === 'darwin') return byHand('mac', `mac-${arch}-dmg`);
  if (platform === 'win32') return byHand('windows', `windows-${arch}-nsis`);
  if (facts.appImage && isWithin(programPath, facts.appDir)) {
    return appImagePlace(facts, facts.appImage);
  }
  if (programPath.startsWith('/nix/store/')) return { how: 'by-hand', kind: 'nix' };
  if (packageType === 'deb' || packageType === 'rpm' || packageType === 'pacman') {
    return byHand(packageType, `linux-${arch}-${packageType}`);
  }
  return { how: 'by-hand', kind: 'folder' };
}

/**
 * What another AppImage or a snap starts, a terminal for instance, inherits its variables (scalpelpoe/scalpel#616,
 * wezterm/wezterm#1338): what they name would be someone else's.
 */
export function isWithin(path: string, folder: string | undefined): boolean {
  return folder !== undefined && path.startsWith(`${folder}/`);
}

function byHand(kind: (typeof byHandKinds)[number], target: string): Place {
  return { how: 'by-hand', kind, target };
}

/** AppImageLauncher shows the files through a file system of its own, in which none can be replaced. */
const launcherFolder = /^\/run\/user\/[^/]+\/appimagelauncherfs\//;

function appImagePlace({ arch, file }: PlaceFacts, appImage: string): Place {
  const target = `linux-${arch}-appimage`;
  // Someone else's variable: a build script that sets it to "1", for instance.
  if (!appImage.startsWith('/')) return byHand('appimage-gone', target);
  if (launcherFolder.test(appImage)) return byHand('appimage-mounted', target);
  if (!file?.isFile) return byHand('appimage-gone', target);
  if (!file.isFolderWritable) return byHand('appimage-fixed', target);
  return { how: 'replace', kind: 'appimage', target, path: file.path };
}

/** What to type after the package was downloaded; its name needs no quotes. */
export function commandOf({ kind }: Place, fileName: string | undefined): string | undefined {
  if (fileName === undefined) return undefined;
  if (kind === 'deb') return `sudo apt install ./${fileName}`;
  if (kind === 'rpm') return `sudo dnf install ./${fileName}`;
  if (kind === 'pacman') return `sudo pacman -U ./${fileName}`;
  return undefined;
}

/** What the window may know of it: not where the file is. */
export function shownPlace(
  place: Place,
): Readonly<
  | { how: 'replace'; kind: 'appimage' }
  | { how: 'by-hand'; kind: (typeof byHandKinds)[number] }
  | { how: 'store'; kind: (typeof storeKinds)[number] }
> {
  if (place.how === 'replace') return { how: place.how, kind: place.kind };
  if (place.how === 'store') return { how: place.how, kind: place.kind };
  return { how: place.how, kind: place.kind };
}
