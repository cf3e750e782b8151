/** What the app is built on: this machine with its network and its profile, or the stand-ins of the demo. */
import { join } from 'node:path';
import { loadTranslate } from '../shared/i18n/load.ts';
import { createTimes } from '../shared/i18n/times.ts';
import { openHistory } from './core/history/open.ts';
import { createProbe } from './core/status/probes/index.ts';
import type { Desktop } from './desktop/index.ts';
import { askSystemProxy } from './desktop/system-proxy.ts';
import { thisApp } from './desktop/this-app.ts';
import type { Replacements } from './features/index.ts';
import type { Flags } from './flags.ts';
import { systemClock as clock } from './platform/clock.ts';
import { createEmitter } from './platform/emitter.ts';
import { followInstalledVersion } from './platform/installed-version.ts';
import { createLogFile } from './platform/log/log-file.ts';
import { createSourceLog, withSourceLog } from './platform/log/source-log.ts';
import { createProxies } from './platform/net/proxies.ts';
import { createWayOut } from './platform/observed-net.ts';
import { createProfileFiles } from './platform/profile-files.ts';
import { loadProxySetting, proxyForm } from './platform/proxy-setting.ts';
import { createRunMarker, runPlace } from './platform/run-mark.ts';
import { openKeyring } from './platform/secrets/open.ts';
import { machineTimeZone } from './platform/time-zone.ts';

export type World = Readonly<{
  machine: Machine;
  /** What to do first. */
  flags: Flags;
  /** Starts features in another way. */
  features?: Replacements;
  /** Replaces what leads out of the app. */
  fit?: (desktop: Desktop) => Desktop;
  /** Everything is made up. */
  demo?: true;
  /** Removes what it has left on the disk. Call last. */
  dispose: () => void;
}>;

/** What the app and its demo have in common: this machine, without a network or a disk. */
export type Ground = Awaited<ReturnType<typeof openGround>>;
export type Machine = ReturnType<typeof openMachine>;

export async function openGround(appDir: string, { verbose }: Pick<Flags, 'verbose'>) {
  const known = thisApp();
  const { profileDir, appVersion } = known;
  const begunUtcMs = clock.nowUtcMs();
  const logFile = createLogFile({
    clock,
    folder: join(profileDir, 'logs'),
    isVerbose: verbose === true,
  });
  return {
    ...known,
    begunUtcMs,
    log: logFile.log,
    logFile,
    sources: createSourceLog(logFile.log),
    runMarker: createRunMarker({
      path: join(profileDir, 'running.json'),
      begunUtcMs,
      version: appVersion,
      place: () => runPlace(process.env),
    }),
    t: await loadTranslate(known.languageTag),
    times: createTimes(known.languageTag),
    appDir,
    installed: await followInstalledVersion(clock, process.resourcesPath),
    clock,
    random: Math.random,
    timeZone: machineTimeZone,
  };
}

export function openWorld(ground: Ground, flags: Flags): World {
  return { machine: openMachine(ground), flags, dispose: () => {} };
}

function openMachine(ground: Ground) {
  const { appDir, profileDir, sources } = ground;
  const jumps = createEmitter<void>();
  const files = createProfileFiles(profileDir, clock);
  const proxies = createProxies({
    clock,
    variables: process.env,
    askSystem: askSystemProxy,
    loadSetting: () => loadProxySetting(files.file(proxyForm)),
    openKeyring: () => openKeyring(clock),
  });
  const { net, pages, checks, connectivity } = createWayOut({
    clock,
    proxies,
    onJump: jumps.emit,
  });
  const { isClockProven } = connectivity;
  return {
    ...ground,
    files,
    proxies,
    net: withSourceLog(net, sources),
    pages: withSourceLog(pages, sources),
    probe: createProbe({ net: checks, hear: connectivity.hear, proxies }),
    connectivity,
    onJump: jumps.on,
    history: openHistory({ clock, appDir, profileDir, isClockProven }),
  };
}
