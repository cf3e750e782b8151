/** How the app got onto this computer, and so how it can be updated. Pure. */

/** Ways that need the member, each with words of its own. */
export const byHandKinds = [
  'deb',
  'rpm',
  'nix',
  'mac',
  'windows',
  'folder',
  'appimage-fixed',
  'appimage-mounted',
  'appimage-gone',
] as const;

export const storeKinds = ['flatpak', 'snap'] as const;

/** What installs a package from a file. */
type Installer = 'apt' | 'dnf' | 'zypper';

export type Place =
  /** The file at `path` is replaced. */
  | Readonly<{ how: 'replace'; kind: 'appimage'; target: string; path: string }>
  | Readonly<{
      how: 'by-hand';
      kind: (typeof byHandKinds)[number];
      target?: string;
      installer?: Installer;
    }>
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
  /** What electron-builder and build/linux/ write into a package: `deb`, `rpm`. */
  packageType: string | undefined;
  /** The system is one of SUSE's, or made from one: its packages are Fedora's, their installer is not. */
  isSuse: boolean;
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
  if (packageType === 'deb' || packageType === 'rpm') {
    const installer = packageType === 'deb' ? 'apt' : facts.isSuse ? 'zypper' : 'dnf';
    return { ...byHand(packageType, `linux-${arch}-${packageType}`), installer };
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

/** By the text of `/etc/os-release`: `ID="opensuse-leap"`, `ID_LIKE="suse opensuse"`; an old SLES has only its `ID`. */
export function isSuse(osRelease: string): boolean {
  return /^ID(_LIKE)?=.*\b(opensuse|suse|sles)\b/m.test(osRelease);
}

function byHand(kind: (typeof byHandKinds)[number], target: string) {
  return { how: 'by-hand', kind, target } as const;
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
export function commandOf(place: Place, fileName: string | undefined): string | undefined {
  if (place.how !== 'by-hand' || fileName === undefined) return undefined;
  return place.installer && `${commands[place.installer]} ./${fileName}`;
}

const commands: Readonly<Record<Installer, string>> = {
  apt: 'sudo apt install',
  dnf: 'sudo dnf install',
  // Unlike the others, it asks about a file without a signature of its own, and ends there unless it is told to go on.
  zypper: 'sudo zypper install --allow-unsigned-rpm',
};

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
