/** Starting at login, as this system arranges it. Loaded when a member looks at the setting, and after the start. */
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { app } from 'electron';
import { commandPath, programOf } from '../../shared/autostart/program.ts';
import type { Autostart } from '../../shared/autostart/state.ts';
import { withRealFolders } from '../platform/app-dir-env.ts';
import { machineDisk } from '../platform/profile-disk.ts';
import { createAutostartFile } from './autostart-file.ts';
import { createLoginItem } from './autostart-login-item.ts';
import type { AutostartSwitch } from './autostart-switch.ts';
import { isInstalled } from './installed.ts';

export async function autostart(): Promise<AutostartSwitch> {
  if (hasLoginItems) return isInstalled() ? createLoginItem(app) : fixed({ state: 'uninstalled' });
  const program = await programHere();
  return typeof program === 'string' ? fileFor(program) : fixed({ state: program.not });
}

/** After an update or a move, the file may name a program that is gone. */
export async function repairAutostart(): Promise<void> {
  if (hasLoginItems) return;
  const program = await programHere();
  if (typeof program === 'string') await fileFor(program).repair();
}

const hasLoginItems = process.platform === 'darwin' || process.platform === 'win32';

function fileFor(program: string) {
  const configDir = app.getPath('appData');
  const desktop = ownDesktop(process.env);
  return createAutostartFile({ configDir, program, desktop, disk: machineDisk });
}

/** Electron calls the desktops of Ubuntu and its kin Unity, and keeps their own name beside that. */
function ownDesktop(env: NodeJS.ProcessEnv): string {
  const { ORIGINAL_XDG_CURRENT_DESKTOP: own, XDG_CURRENT_DESKTOP: said = '' } = env;
  // What was not set is kept as this word.
  return own === undefined || own === 'undefined' ? said : own;
}

async function programHere() {
  return programOf({
    execPath: await realpath(process.execPath),
    isInstalled: isInstalled(),
    isFlatpak: existsSync('/.flatpak-info'),
    env: await withRealFolders(process.env),
    ...(await commandHere()),
  });
}

async function commandHere(): Promise<Readonly<{ command?: string }>> {
  const command = await realpath(commandPath).catch(() => undefined);
  return command === undefined ? {} : { command };
}

/** Where it cannot be arranged. */
function fixed(state: Autostart): AutostartSwitch {
  return { state: async () => state, set: async () => state };
}
