/** The composition root: the machine, the core, the desktop and the features, each built from those before it. */
import { app } from 'electron';
import type { Link } from '../shared/coop/links.ts';
import { loadTranslate } from '../shared/i18n/load.ts';
import { createTimes } from '../shared/i18n/times.ts';
import { nearestLocale, regionalTag } from '../shared/i18n/languages.ts';
import { createCoreCalls, linkAddress } from './core/calls.ts';
import { lastingSource } from './core/directory/read.ts';
import { openHistory } from './core/history/open.ts';
import type { Core } from './core/index.ts';
import { createCore } from './core/index.ts';
import { createNotificationQueue } from './core/notifications/queue.ts';
import { createProbe } from './core/status/probes/index.ts';
import { begin } from './desktop/begin.ts';
import { createFarewell } from './desktop/farewell.ts';
import type { Desktop } from './desktop/index.ts';
import { createDesktop } from './desktop/index.ts';
import { serveIpc } from './desktop/ipc.ts';
import { followPower } from './desktop/power.ts';
import { present } from './desktop/present.ts';
import { releaseWhenIdle } from './desktop/release-when-idle.ts';
import { historyFileName } from './desktop/save.ts';
import type { TrayIcon } from './desktop/tray.ts';
import type { FeaturesHost } from './features/index.ts';
import { createFeatures } from './features/index.ts';
import type { Flags } from './flags.ts';
import { systemClock as clock } from './platform/clock.ts';
import { createEmitter } from './platform/emitter.ts';
import { createWayOut } from './platform/observed-net.ts';
import { createProfileFiles } from './platform/profile-files.ts';
import { machineTimeZone } from './platform/time-zone.ts';
import { releaseUnusedMemory } from './platform/unused-memory.ts';

/** Arguments of a second start, and its working directory. */
export type OpenRequest = Readonly<{ coop?: string; folder?: string }>;

export type App = Readonly<{
  /** Handles a second start: shows the window, or offers to move to another co-op. */
  open: (request: OpenRequest) => void;
  /** Work to finish before the app quits; undefined if there is none. */
  farewell: () => Promise<void> | undefined;
  dispose: () => void;
}>;

/** `appDir` holds the built app: preload, page and icons. Call once Electron is ready. */
export async function compose(appDir: string, flags: Flags, tray: TrayIcon): Promise<App> {
  const machine = await openMachine(appDir);
  const { files, history, languageTag, t, times } = machine;
  const core = createCore(machine);
  const desktop = createDesktop({ clock, t, languageTag, appDir, files, tray, state: core.state });
  const { window, navigator, services } = desktop;
  const queue = createNotificationQueue({
    clock,
    t,
    policy: core.policy,
    show: notifyWith(desktop),
    goTo: navigator.goTo,
  });
  const features = createFeatures(hostOf(machine, core, desktop, queue.tell));
  core.attach({ ...features, isWindowOpen: window.isOpen });

  const openLink = (link: Link) => services.openAddress(linkAddress(core, link));
  present({ clock, t, times, core, desktop, tray, openLink, quit: () => app.quit() });
  const ipc = serveIpc(window.contents, {
    ...createCoreCalls({
      ...machine,
      ...services,
      core,
      saveHistory: (format, serviceId, pieces) =>
        services.saveAs(historyFileName(format, serviceId), pieces),
      sharingPlace: features.ackPlace,
    }),
    ...features.calls,
    'window.drawn': () => {
      window.drawn();
      navigator.drawn();
    },
  });
  const stopFollowingPower = followPower(core);
  const stopReleasing = releaseWhenIdle({ clock, window, release: releaseUnusedMemory });
  void begin({ flags, t, core, features, shortcut: desktop.shortcut, window });

  return {
    open: (request) => openAgain(request, core, desktop),
    farewell: createFarewell([features.leave, history.leave, desktop.trayHost.leave, files.flush]),
    dispose: () => {
      stopFollowingPower();
      stopReleasing();
      for (const part of [features, queue, core, history, machine.connectivity, files])
        part.dispose();
      for (const part of [desktop.shortcut, ipc, window, desktop.trayHost, tray]) part.dispose();
    },
  };
}

type Machine = Awaited<ReturnType<typeof openMachine>>;

async function openMachine(appDir: string) {
  const locale = nearestLocale(app.getLocale());
  const systemTags = [app.getSystemLocale(), ...app.getPreferredSystemLanguages()];
  const languageTag = regionalTag(app.getLocale(), systemTags);
  const profileDir = app.getPath('userData');
  const jumps = createEmitter<void>();
  const { net, pages, checks, connectivity } = createWayOut({ clock, onJump: jumps.emit });
  const { isClockProven } = connectivity;
  return {
    locale,
    languageTag,
    t: await loadTranslate(languageTag),
    times: createTimes(languageTag),
    appVersion: app.getVersion(),
    appDir,
    profileDir,
    clock,
    random: Math.random,
    timeZone: machineTimeZone,
    files: createProfileFiles(profileDir, clock),
    net,
    pages,
    probe: createProbe({ net: checks, hear: connectivity.hear }),
    connectivity,
    onJump: jumps.on,
    history: openHistory({ clock, appDir, profileDir, isClockProven }),
  };
}

/** What the app provides to every feature. */
function hostOf(
  machine: Machine,
  { policy, state }: Core,
  desktop: Desktop,
  tell: FeaturesHost['tell'],
): FeaturesHost {
  const { channel, navigator, services, shortcut } = desktop;
  return {
    ...machine,
    ...services,
    shortcut,
    snapshot: state.snapshot,
    viewOf: state.view,
    publish: state.publish,
    changed: state.touch,
    send: (name, payload) => {
      if (channel.contents()) channel.send(name, payload());
    },
    goTo: navigator.goTo,
    notify: notifyWith(desktop),
    tell,
    isQuiet: policy.isQuiet,
  };
}

function notifyWith({ notifications }: Desktop): FeaturesHost['notify'] {
  return (text, onClick) => void notifications.show(text, { replaces: false, onClick });
}

function openAgain({ coop, folder }: OpenRequest, { directory }: Core, desktop: Desktop): void {
  const source = coop === undefined ? undefined : lastingSource(coop, folder);
  const known = directory.current()?.source;
  if (source === undefined || source === known) return desktop.window.show();
  // Another program may have started the app, so the member decides whether to move.
  desktop.navigator.goTo(
    known === undefined ? { page: 'join', source } : { page: 'settings', moveTo: source },
  );
}
