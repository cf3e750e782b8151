/**
 * A real Matrix server for `npm run test:matrix`: Synapse from Debian. Debian stable has none, so a minimal Debian
 * unstable is unpacked into the cache, from this machine's own mirror.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '../electron/runtime.mjs';
import { quietly, SetupError, step } from './say.mjs';

/** Also used by the suite. Nothing is mounted inside, so the folder can be deleted safely. */
export const synapseRoot = () => join(cacheDir(), 'synapse');

/** Written last, so that an interrupted installation is repeated. */
const stamp = () => join(synapseRoot(), '.coop-tray-done');

/** `chroot` is in a folder that a user's PATH often lacks; and the user's Python must not be found inside. */
export const insideEnv = {
  PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C.UTF-8',
  PYTHONDONTWRITEBYTECODE: '1',
};

export const synapse = {
  isMissing: () => !existsSync(stamp()),
  mend: async () => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
      throw new SetupError('A real Synapse needs Debian or Ubuntu, and root.');
    await step('Installing Synapse into the cache', install);
  },
};

async function install() {
  const root = synapseRoot();
  const env = { ...insideEnv, DEBIAN_FRONTEND: 'noninteractive' };
  if (!existsSync('/usr/sbin/debootstrap')) {
    await quietly('apt-get', ['update', '-qq']);
    await quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'debootstrap'], {
      env: { ...process.env, ...env },
    });
  }
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true, mode: 0o755 });
  await quietly('debootstrap', ['--variant=minbase', 'sid', root, ...mirror()], {
    env: { ...process.env, PATH: insideEnv.PATH },
  });
  // Keeps the package from starting a service.
  writeFileSync(join(root, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const script = `
    echo 'matrix-synapse matrix-synapse/server-name string localhost
matrix-synapse matrix-synapse/report-stats boolean false' | debconf-set-selections
    # A mirror that is frozen in time has an expired list; its signature is still verified.
    apt-get -o Acquire::Check-Valid-Until=false update -qq
    apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 matrix-synapse
    apt-get clean
    rm -rf /var/lib/apt/lists/*`;
  await quietly('chroot', [root, 'sh', '-ec', script], { env });
  writeFileSync(stamp(), '');
}

/** The Debian mirror configured on this machine; on Ubuntu, debootstrap's default. */
function mirror() {
  const folder = '/etc/apt/sources.list.d';
  const files = ['/etc/apt/sources.list', ...names(folder).map((name) => join(folder, name))];
  for (const file of files.filter(existsSync)) {
    const text = readFileSync(file, 'utf8');
    const found = /^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(\S+\/debian)\/?(?:\s|$)/m.exec(text);
    if (found) return [found[1]];
  }
  return [];
}

function names(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
