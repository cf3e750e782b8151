/** A virtual Linux desktop: display, window manager, panel with a real tray, notifications and an unlocked keyring. */
import type { ChildProcess } from 'node:child_process';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Bus } from './bus.ts';
import { connectBus, variant } from './bus.ts';
import type { Person } from './person.ts';
import { desktopUser } from './person.ts';
import type { Processes } from './processes.ts';
import { createProcesses } from './processes.ts';
import { busConfig, dunstSettings, gtkSettings, panelSettings } from './settings.ts';
import { eventually } from './wait.ts';

const run = promisify(execFile);

const trayWatcher = 'org.kde.StatusNotifierWatcher';

/** Desktop programs that an app talks to. */
export type Neighbour = 'bus' | 'notifications' | 'keyring' | 'panel';

export type Desktop = Readonly<{
  /** Environment for programs started on this desktop. */
  env: Readonly<Record<string, string>>;
  bus: Bus;
  busAddress: string;
  /** Writes a script that starts `executable` as the desktop's user and passes on arguments and signals. */
  wrap: (executable: string) => string;
  /** Makes a folder owned by the user, such as an app's profile; deleted when the desktop stops. */
  makeFolder: (name: string) => string;
  /** Starts the panel, which hosts the tray icons; it may start late, stop, and start again. */
  startPanel: () => Promise<void>;
  stopPanel: () => Promise<void>;
  /** Suspends a program (SIGSTOP); returns the function that resumes it. */
  freeze: (neighbour: Neighbour) => () => void;
  /** Takes a PNG picture of the whole screen. */
  screenshot: (path: string) => Promise<void>;
  stop: () => Promise<void>;
}>;

export type DesktopOptions = Readonly<{
  dark?: boolean;
  /** False for a desktop without a tray. */
  tray?: boolean;
  /** False for a desktop without a keyring service, and without a tray. */
  keyring?: boolean;
  /** True for a desktop that assistive programs read: apps expose their accessible trees. */
  assistive?: boolean;
  size?: string;
  /** Of the desktop's clock; one in which it is noon if left out. */
  timeZone?: string;
}>;

export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const { dark = false, keyring = true, tray = keyring, size = '1280x800' } = options;
  const { assistive = false, timeZone = zoneAt(12, Date.now()) } = options;
  const person = desktopUser();
  const home = person.makeFolder('home');
  const folders = [home];
  settle(person, home, dark, keyring);

  const baseEnv = {
    ...environment(home, dark, timeZone),
    ...(assistive ? {} : withoutAccessibility),
  };
  const display = createProcesses(baseEnv);
  const number = await startDisplay(display, person, size);
  const env = { ...baseEnv, DISPLAY: `:${number}` };
  const session = createProcesses(env);
  const neighbours = new Map<Neighbour, ChildProcess>();
  const busCommand = ['dbus-daemon', '--nofork', `--config-file=${home}/bus.conf`];
  neighbours.set('bus', session.start([...person.prefix, ...busCommand]));
  const busAddress = env.DBUS_SESSION_BUS_ADDRESS;
  const bus = await eventually('the session bus', () =>
    connectIfThere(busAddress, join(home, 'bus')),
  );

  if (assistive) {
    session.start([...person.prefix, accessibilityBus, '--launch-immediately']);
    await turnOnAccessibility(bus);
  }
  session.start([...person.prefix, 'openbox']);
  neighbours.set(
    'notifications',
    session.start([...person.prefix, 'dunst', '-conf', `${home}/dunstrc`]),
  );
  if (keyring) {
    const daemon = ['gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets'];
    neighbours.set('keyring', session.start([...person.prefix, ...daemon], { input: 'test' }));
  }
  const panel = createProcesses(env);
  const isThere = (name: string, there: boolean) =>
    eventually(`${there ? '' : 'no '}${name}`, async () =>
      (await bus.hasName(name)) === there ? true : undefined,
    ).catch((error: Error) => {
      throw new Error(`${error.message}\n${session.complaints()}${panel.complaints()}`);
    });
  const startPanel = async () => {
    const command = ['xfce4-panel', '--disable-wm-check'];
    neighbours.set('panel', panel.start([...person.prefix, ...command]));
    await isThere(trayWatcher, true);
  };
  if (tray) await startPanel();
  await run('xsetroot', ['-display', env.DISPLAY, '-solid', dark ? '#2b3640' : '#b9c8c4']).catch(
    () => undefined,
  );
  // It starts in the middle, where it would hover over whatever a window has there.
  await run('xdotool', ['mousemove', '0', '9999'], { env });
  const names = ['org.freedesktop.Notifications'];
  if (keyring) names.push('org.freedesktop.secrets');
  for (const name of names) await isThere(name, true);

  return {
    env,
    bus,
    busAddress,
    wrap: (executable) => {
      const path = join(home, `start-${executable.replaceAll(/\W+/g, '-').slice(-60)}`);
      const command = [...person.prefix, executable].map((word) => `'${word}'`).join(' ');
      writeFileSync(path, `#!/bin/sh\nexec ${command} "$@"\n`);
      chmodSync(path, 0o755);
      return path;
    },
    makeFolder: (name) => {
      const folder = person.makeFolder(name);
      folders.push(folder);
      return folder;
    },
    startPanel,
    stopPanel: async () => {
      await panel.stop();
      await isThere(trayWatcher, false);
    },
    freeze: (neighbour) => {
      const pid = neighbours.get(neighbour)?.pid;
      if (pid === undefined) throw new Error(`this desktop has no ${neighbour}`);
      // The whole group: the program and its children, such as the panel's plugins.
      process.kill(-pid, 'SIGSTOP');
      return () => void process.kill(-pid, 'SIGCONT');
    },
    screenshot: async (path) => {
      await run('import', ['-display', env.DISPLAY, '-window', 'root', path]);
    },
    stop: async () => {
      bus.close();
      await panel.stop();
      await session.stop();
      await display.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settle(person: Person, home: string, dark: boolean, keyring: boolean): void {
  const files = {
    // The bus would otherwise activate a keyring on demand.
    'bus.conf': keyring ? busConfig(home) : busConfig(home, { activates: false }),
    dunstrc: dunstSettings(dark),
    '.config/gtk-3.0/settings.ini': gtkSettings(dark),
    '.config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml': panelSettings,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  person.own(home);
}

function environment(home: string, dark: boolean, timeZone: string) {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    TZ: timeZone,
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CURRENT_DESKTOP: 'XFCE',
    XDG_SESSION_TYPE: 'x11',
    GTK_THEME: dark ? 'Adwaita:dark' : 'Adwaita',
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/bus`,
  };
}

/** Saves each program the accessibility bus. */
const withoutAccessibility = { NO_AT_BRIDGE: '1' };

const accessibilityBus = '/usr/libexec/at-spi-bus-launcher';

/** As a screen reader does when it starts: until then, apps build no tree. */
async function turnOnAccessibility(bus: Bus): Promise<void> {
  const name = 'org.a11y.Bus';
  // A call before that would start a second one, which would outlive the desktop.
  await eventually(name, async () => ((await bus.hasName(name)) ? true : undefined));
  const status = { name, path: '/org/a11y/bus', face: 'org.freedesktop.DBus.Properties' };
  for (const property of ['IsEnabled', 'ScreenReaderEnabled']) {
    await bus.call(status, 'Set', 'ssv', ['org.a11y.Status', property, variant(true)]);
  }
}

/** A zone in which this hour is now: at noon, no test runs into night or midnight. */
export function zoneAt(hour: number, nowUtcMs: number): string {
  const difference = new Date(nowUtcMs).getUTCHours() - hour;
  // No zone is further behind; the same hour of the next day is.
  const behind = difference > 12 ? difference - 24 : difference;
  // `Etc/GMT` names have the opposite sign: they say how far UTC is ahead.
  return behind === 0 ? 'UTC' : `Etc/GMT${behind > 0 ? '+' : ''}${behind}`;
}

/**
 * The display picks a free number and writes it to file descriptor 3. It must not reset when its last client leaves: a
 * short-lived client, such as the one that paints the background, would lose its work, and clients that connect during
 * the reset would be refused.
 */
async function startDisplay(processes: Processes, person: Person, size: string): Promise<string> {
  const child = processes.start(
    [
      ...person.prefix,
      'Xvfb',
      '-displayfd',
      '3',
      '-screen',
      '0',
      `${size}x24`,
      '-nolisten',
      'tcp',
      '-ac',
      '-noreset',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const channel = child.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    channel.once('data', (data: Buffer) => resolve(data.toString().trim()));
    child.once('exit', () => reject(new Error('the virtual display did not start')));
  });
}

/** The socket exists a moment before the daemon listens on it. */
async function connectIfThere(address: string, socket: string): Promise<Bus | undefined> {
  return existsSync(socket) ? connectBus(address).catch(() => undefined) : undefined;
}
