/** A session bus without services, even ones started on demand. */
import type { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as dbus from '@jellybrick/dbus-next';
import type { Bus } from '../desktop/bus.ts';
import { connectBus } from '../desktop/bus.ts';
import { createProcesses } from '../desktop/processes.ts';
import { busConfig } from '../desktop/settings.ts';
import { eventually } from '../desktop/wait.ts';

const secretService = 'org.freedesktop.secrets';

export type PrivateBus = Readonly<{
  env: Readonly<Record<string, string>>;
  /** Starts the real daemon; with a password its keyring is unlocked, and created if missing. */
  startKeyring: (password?: string) => Promise<void>;
  endKeyring: () => Promise<void>;
  /** Takes the keyring's name, and never answers. */
  startSilence: () => Promise<void>;
  stop: () => Promise<void>;
}>;

export async function startPrivateBus(): Promise<PrivateBus> {
  const folder = mkdtempSync(join(tmpdir(), 'coop-tray-keyring-'));
  mkdirSync(join(folder, 'run'), { mode: 0o700 });
  writeFileSync(join(folder, 'bus.conf'), busConfig(folder, { activates: false }));
  const address = `unix:path=${folder}/bus`;
  const env = {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: folder,
    XDG_RUNTIME_DIR: join(folder, 'run'),
    XDG_DATA_HOME: join(folder, 'data'),
    DBUS_SESSION_BUS_ADDRESS: address,
  };
  const session = createProcesses(env);
  let keyring = createProcesses(env);
  session.start(['dbus-daemon', '--nofork', `--config-file=${folder}/bus.conf`]);
  const bus = await eventually('the private bus', () => connectIfThere(address, `${folder}/bus`));
  let silent: dbus.MessageBus | undefined;

  return {
    env,
    startKeyring: async (password) => {
      keyring = createProcesses(env);
      const command = ['gnome-keyring-daemon', '--foreground', '--components=secrets'];
      if (password === undefined) keyring.start(command);
      else keyring.start([...command, '--unlock'], { input: password });
      await eventually('the keyring', async () => (await bus.hasName(secretService)) || undefined);
    },
    endKeyring: async () => {
      await keyring.stop();
      await eventually('no keyring', async () => !(await bus.hasName(secretService)) || undefined);
    },
    startSilence: async () => {
      silent = dbus.sessionBus({ busAddress: address });
      // Missing from the library's typings.
      const failures: EventEmitter = silent;
      failures.on('error', () => undefined);
      // True means that the call is being answered.
      silent.addMethodHandler(() => true);
      await silent.requestName(secretService, 0);
    },
    stop: async () => {
      silent?.disconnect();
      bus.close();
      await keyring.stop();
      await session.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The socket exists a moment before the daemon listens on it. */
async function connectIfThere(address: string, socket: string): Promise<Bus | undefined> {
  return existsSync(socket) ? connectBus(address).catch(() => undefined) : undefined;
}
