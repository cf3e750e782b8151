/** System libraries, installed on Debian and Ubuntu if root; otherwise the command to type is printed. */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, symlinkSync } from 'node:fs';
import { quietly, SetupError, step } from './say.mjs';

/** Of names separated by bars, the first that this release has (Debian 13 and Ubuntu 24 renamed some). */
const packages = {
  /** For Electron's windows and notifications. */
  app: [
    'libgtk-3-0|libgtk-3-0t64',
    'libnss3',
    'libasound2|libasound2t64',
    'libgbm1',
    'libxss1',
    'libsecret-1-0',
    'libnotify4',
    'libglib2.0-bin',
    'unzip',
  ],
  /** A virtual desktop to run the app on. */
  desktop: [
    'xvfb',
    'x11-xserver-utils',
    'dbus',
    'openbox',
    'xfce4-panel',
    'dunst',
    'gnome-keyring',
    'imagemagick',
    'xdotool',
    'librsvg2-common',
    'desktop-file-utils',
    'fonts-dejavu-core',
    'util-linux',
  ],
  /** Other desktops that the app is tried on: Wayland without X11, other panels, a tray of the older protocol. */
  desktops: [
    'sway',
    'waybar',
    'mako-notifier',
    'grim',
    'mate-panel',
    'lxqt-panel',
    'lxqt-notificationd',
    'trayer',
  ],
  /** Reads the app as a screen reader does, and a screen reader. */
  assistive: ['at-spi2-core', 'python3-gi', 'gir1.2-atspi-2.0', 'orca'],
  /** Child processes of the test servers. */
  servers: ['coturn'],
  /** For the tests' slow network, and proxies. */
  network: ['iproute2', 'socat', 'tinyproxy', 'dante-server'],
  /** For the tests with real backups. */
  backups: ['restic', 'borgbackup'],
  /** Sets the clock of one command. */
  clocks: ['faketime'],
  /** Makes the deb and the rpm package: reads what binaries are linked to, and writes rpm's format. */
  packaging: ['binutils', 'rpm'],
  /** Checks the packages, and installs them in a system of their own. */
  installing: ['appstream', 'desktop-file-utils', 'fish', 'lintian', 'man-db', 'mmdebstrap', 'zsh'],
  /** Slows down the disk for one program. */
  tracing: ['strace'],
};

/** @param {...keyof typeof packages} groups */
export function libraries(...groups) {
  const wanted = groups.flatMap((group) => packages[group]);
  const missing = () => wanted.filter((one) => !one.split('|').some(isInstalled));
  return {
    isMissing: () => existsSync('/usr/bin/dpkg-query') && missing().length > 0,
    mend: async () => {
      if (process.getuid?.() !== 0) throw manualInstallError(missing());
      await step('Installing system libraries', () => install(missing()));
    },
  };
}

function isInstalled(name) {
  try {
    const state = execFileSync('dpkg-query', ['-W', '-f=${db:Status-Abbrev}', name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return state.startsWith('ii');
  } catch {
    return false;
  }
}

async function install(names) {
  // Another installation may be running.
  const lockTimeout = ['-o', 'DPkg::Lock::Timeout=120'];
  await quietly('apt-get', ['update', '-qq', ...lockTimeout]);
  for (const [name, service] of Object.entries(services))
    if (names.includes(name)) maskService(service);
  await quietly(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...lockTimeout, ...names.map(nameHere)],
    {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
}

/** The services that come with packages. */
const services = { coturn: 'coturn', tinyproxy: 'tinyproxy', 'dante-server': 'danted' };

/** Debian starts servers on installation. Ours run only as child processes of tests. */
function maskService(service) {
  const unit = `/etc/systemd/system/${service}.service`;
  if (!existsSync('/etc/systemd/system')) return;
  if (!lstatSync(unit, { throwIfNoEntry: false })) symlinkSync('/dev/null', unit);
}

/** The first of several names that this release offers. */
function nameHere(name) {
  const names = name.split('|');
  return names.find(isOffered) ?? names[0];
}

function isOffered(name) {
  try {
    const policy = execFileSync('apt-cache', ['policy', name], { encoding: 'utf8' });
    return /Candidate: (?!\(none\))/.test(policy);
  } catch {
    return false;
  }
}

function manualInstallError(names) {
  return new SetupError(
    `Some system libraries are missing. Please type this line, then start again:\n\n` +
      `  sudo apt-get install --no-install-recommends ${names.map(nameHere).join(' ')}\n`,
  );
}
