/** A virtual Linux desktop: display, panel with a real tray, notifications and an unlocked keyring. */
import type { ChildProcess } from 'node:child_process';
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bus } from './bus.ts';
import { connectBus, variant } from './bus.ts';
import { startStrictWatcher } from '../servers/strict-watcher.ts';
import { startSway, startX11 } from './displays.ts';
import type { Kind, KindName } from './kinds.ts';
import { kinds } from './kinds.ts';
import type { Person } from './person.ts';
import { desktopUser } from './person.ts';
import { createProcesses } from './processes.ts';
import { busConfig, gtkSettings } from './settings.ts';
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
  /** Titles of the windows that can be seen. */
  windows: () => Promise<readonly string[]>;
  /** The program that shows notifications. */
  notifier: Kind['notifier'];
  stop: () => Promise<void>;
}>;

export type DesktopOptions = Readonly<{
  kind?: KindName;
  dark?: boolean;
  /** False for a desktop without a tray. */
  tray?: boolean;
  /** False for a desktop without a keyring service, and without a tray. */
  keyring?: boolean;
  /** False for a desktop without a notification server. */
  notifications?: boolean;
  /** True for a desktop that assistive programs read: apps expose their accessible trees. */
  assistive?: boolean;
  size?: string;
  /** Of the desktop's clock; one in which it is noon if left out. */
  timeZone?: string;
}>;

export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const { dark = false, keyring = true, tray = keyring, size = '1280x800' } = options;
  const kind = kinds[options.kind ?? 'xfce'];
  const { assistive = kind.assistive ?? false, timeZone = zoneAt(12, Date.now()) } = options;
  const person = desktopUser();
  const home = person.makeFolder('home');
  const folders = [home];
  settle(person, home, { kind, dark, keyring });

  const baseEnv = {
    ...environment(home, { kind, dark, timeZone }),
    ...(assistive ? {} : withoutAccessibility),
  };
  const display = createProcesses(baseEnv);
  const start = kind.session === 'x11' ? startX11 : startSway;
  const screen = await start({ processes: display, env: baseEnv, person, size });
  const env = { ...baseEnv, ...screen.env };
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
  const managed = join(home, 'managed');
  // It says so once it manages windows: those that come while it starts, such as a panel, may stay unseen.
  const manager = [...person.prefix, 'openbox', '--startup', `touch ${managed}`];
  if (kind.session === 'x11') session.start(manager);
  const { notifications = true } = options;
  const notifier =
    kind.notifier === 'dunst' ? ['dunst', '-conf', `${home}/dunstrc`] : [kind.notifier];
  if (notifications) {
    neighbours.set('notifications', session.start([...person.prefix, ...notifier]));
  }
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
  if (kind.session === 'x11') {
    await eventually('the window manager', () => existsSync(managed) || undefined);
  }
  let endStandIn = () => {};
  const startPanel = async () => {
    if (kind.panel) neighbours.set('panel', panel.start([...person.prefix, ...kind.panel]));
    else endStandIn = (await startStrictWatcher(busAddress)).stop;
    await isThere(trayWatcher, true);
  };
  if (tray) await startPanel();
  if (kind.session === 'x11') await tidy(env, dark ? '#2b3640' : '#b9c8c4');
  const names: string[] = [];
  if (notifications) names.push('org.freedesktop.Notifications');
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
      endStandIn();
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
    screenshot: screen.screenshot,
    windows: screen.windows,
    notifier: kind.notifier,
    stop: async () => {
      endStandIn();
      bus.close();
      await panel.stop();
      await session.stop();
      await display.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Paints the background, and moves the pointer from the middle, where it would hover over a window. */
async function tidy(env: Readonly<Record<string, string>>, colour: string): Promise<void> {
  await run('xsetroot', ['-solid', colour], { env }).catch(() => undefined);
  await run('xdotool', ['mousemove', '0', '9999'], { env });
}

type Settled = Readonly<{ kind: Kind; dark: boolean }>;

function settle(
  person: Person,
  home: string,
  { kind, dark, keyring }: Settled & Readonly<{ keyring: boolean }>,
): void {
  const files = {
    // The bus would otherwise activate a keyring on demand.
    'bus.conf': keyring ? busConfig(home) : busConfig(home, { activates: false }),
    '.config/gtk-3.0/settings.ini': gtkSettings(dark),
    ...kind.files(home, dark),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  mkdirSync(join(home, 'run'), { mode: 0o700 });
  person.own(home);
}

function environment(
  home: string,
  { kind, dark, timeZone }: Settled & Readonly<{ timeZone: string }>,
) {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    TZ: timeZone,
    HOME: home,
    XDG_RUNTIME_DIR: join(home, 'run'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_CURRENT_DESKTOP: kind.current,
    XDG_SESSION_TYPE: kind.session,
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

/** The socket exists a moment before the daemon listens on it. */
async function connectIfThere(address: string, socket: string): Promise<Bus | undefined> {
  return existsSync(socket) ? connectBus(address).catch(() => undefined) : undefined;
}
