/** Starting at login on desktops that follow freedesktop.org: a file of ours, which desktops and members may edit. */
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { autostartEntry, lookAtEntry, repairedEntry } from '../../shared/autostart/entry.ts';
import type { Autostart, AutostartFault } from '../../shared/autostart/state.ts';
import { appId } from '../../shared/identity.ts';
import type { ProfileDisk } from '../platform/profile-disk.ts';
import type { AutostartSwitch } from './autostart-switch.ts';

export type AutostartFileDeps = Readonly<{
  /** The member's folder of settings, `$XDG_CONFIG_HOME`. */
  configDir: string;
  /** The absolute path of what to start. */
  program: string;
  /** The desktop that runs, `$XDG_CURRENT_DESKTOP`; empty if it does not say. */
  desktop: string;
  disk: Pick<ProfileDisk, 'read' | 'write' | 'remove'>;
}>;

/** Desktop entries have a few hundred bytes. */
const limitBytes = 64 * 1024;

type Found =
  | Readonly<{ state: 'off' | 'foreign' | 'unreadable' }>
  | Readonly<{ state: 'on' | 'off-outside'; text: string }>;

export function createAutostartFile(
  deps: AutostartFileDeps,
): AutostartSwitch & Readonly<{ repair: () => Promise<void> }> {
  const { configDir, program, desktop, disk } = deps;
  const path = join(configDir, 'autostart', `${appId}.desktop`);
  const look = async (): Promise<Found> => {
    try {
      if (!(await isOrdinary(path))) return { state: 'foreign' };
      const text = await disk.read(path, limitBytes);
      return text === undefined ? { state: 'off' } : found(text, desktop);
    } catch (error) {
      return { state: nothingThere.includes(codeOf(error)) ? 'off' : 'unreadable' };
    }
  };
  const state = async (): Promise<Autostart> => ({ state: (await look()).state, path });
  const set = async (on: boolean): Promise<void> => {
    const now = await look();
    // Not ours to write over, nor to remove.
    if (now.state === 'foreign' || now.state === 'unreadable') return;
    if (on) await disk.write(path, autostartEntry(program));
    else await disk.remove(path);
  };
  return {
    state,
    set: async (on) => {
      try {
        await set(on);
        return await state();
      } catch (error) {
        return { ...(await state()), fault: faultOf(error) };
      }
    },
    repair: async () => {
      const now = await look();
      const text = 'text' in now ? repairedEntry(now.text, program) : undefined;
      // If it fails, the settings show what is there, and the next start tries again.
      if (text !== undefined) await disk.write(path, text).catch(() => undefined);
    },
  };
}

function found(text: string, desktop: string): Found {
  const { isOurs, isOff } = lookAtEntry(text, desktop);
  if (!isOurs) return { state: 'foreign' };
  return { state: isOff ? 'off-outside' : 'on', text };
}

/** A link leads to a file that others keep, such as a member’s own collection of settings. */
async function isOrdinary(path: string): Promise<boolean> {
  return (await lstat(path)).isFile();
}

/** The second: something that is no folder is in the folder’s place. */
const nothingThere = ['ENOENT', 'ENOTDIR'];

const faults: Readonly<Record<string, AutostartFault>> = {
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

function faultOf(error: unknown): AutostartFault {
  return faults[codeOf(error)] ?? 'failed';
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
