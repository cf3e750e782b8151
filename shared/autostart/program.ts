/** Which program has to be started so that this app runs again. Pure. */

export type Installation = Readonly<{
  /** The running program, without symbolic links. */
  execPath: string;
  isInstalled: boolean;
  isFlatpak: boolean;
  env: Readonly<Record<string, string | undefined>>;
  /** Where the packages' command leads, without symbolic links; undefined if it is not there. */
  command?: string;
}>;

/** Where the deb and rpm packages put the command: it stays when an update moves the rest. */
export const commandPath = '/usr/bin/coop-tray';

/**
 * An absolute path, or why there is none. Variables of AppImage and Snap are inherited by every program that is started
 * from one, such as a terminal: they count only for a program that is inside.
 */
export function programOf(
  here: Installation,
): string | Readonly<{ not: 'sandboxed' | 'uninstalled' }> {
  const { execPath, env, command } = here;
  const isIn = (folder: string | undefined) =>
    folder !== undefined && folder.startsWith('/') && execPath.startsWith(`${trimmed(folder)}/`);
  if (!here.isInstalled) return { not: 'uninstalled' };
  if (here.isFlatpak || isIn(env['SNAP'])) return { not: 'sandboxed' };
  const image = env['APPIMAGE'];
  if (image?.startsWith('/') && isIn(env['APPDIR'])) return image;
  return command === execPath ? commandPath : execPath;
}

function trimmed(folder: string): string {
  return folder.replace(/\/+$/, '');
}
