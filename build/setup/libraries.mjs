/** The system's own libraries. Installed on Debian and Ubuntu when root; else the one line to type is printed. */
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, symlinkSync } from 'node:fs';
import { quietly, SetupError, step } from './say.mjs';

/** A name with bars: the first that this release knows (Debian 13 and Ubuntu 24 renamed some). */
const packages = {
  /** What Electron's window and notifications need. */
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
  /** A desktop without a display, to try the app on. */
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
    'fonts-dejavu-core',
    'util-linux',
  ],
  /** What the stand-in servers of the tests run as their children. */
  servers: ['coturn'],
  /** What the slow line of the tests is made of. */
  network: ['iproute2', 'socat'],
  /** What real backups are made with in the tests. */
  backups: ['restic', 'borgbackup'],
  /** What sets the clock for one command. */
  clocks: ['faketime'],
  /** What makes a disk slow for one program. */
  tracing: ['strace'],
};

/** @param {...('app' | 'desktop' | 'servers' | 'network' | 'backups' | 'clocks' | 'tracing')} groups */
export function libraries(...groups) {
  const wanted = groups.flatMap((group) => packages[group]);
  const missing = () => wanted.filter((one) => !one.split('|').some(isInstalled));
  return {
    isMissing: () => existsSync('/usr/bin/dpkg-query') && missing().length > 0,
    mend: async () => {
      if (process.getuid?.() !== 0) throw askForThem(missing());
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
  // Another installation may be under way.
  const patience = ['-o', 'DPkg::Lock::Timeout=120'];
  await quietly('apt-get', ['update', '-qq', ...patience]);
  for (const name of packages.servers.filter((one) => names.includes(one))) keepFromStarting(name);
  await quietly(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...patience, ...names.map(known)],
    {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
}

/** Debian starts a server with its installation. Ours run as children of a test, or not at all. */
function keepFromStarting(service) {
  const unit = `/etc/systemd/system/${service}.service`;
  if (!existsSync('/etc/systemd/system')) return;
  if (!lstatSync(unit, { throwIfNoEntry: false })) symlinkSync('/dev/null', unit);
}

/** The one of several names that this release has. */
function known(name) {
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

function askForThem(names) {
  return new SetupError(
    `Some system libraries are missing. Please type this line, then start again:\n\n` +
      `  sudo apt-get install --no-install-recommends ${names.map(known).join(' ')}\n`,
  );
}
