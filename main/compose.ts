/** The composition root: the machine, the core, the desktop and the features, each built from those before it. */
import type { Link } from '../shared/coop/links.ts';
import { createCoreCalls, linkAddress } from './core/calls.ts';
import type { Core } from './core/index.ts';
import { createCore } from './core/index.ts';
import { createNotificationQueue } from './core/notifications/queue.ts';
import { begin } from './desktop/begin.ts';
import { electronPages } from './desktop/electron-pages.ts';
import { createFarewell } from './desktop/farewell.ts';
import type { Desktop } from './desktop/index.ts';
import { createDesktop } from './desktop/index.ts';
import { serveIpc } from './desktop/ipc.ts';
import { followPower } from './desktop/power.ts';
import { present } from './desktop/present.ts';
import { releaseWhenIdle } from './desktop/release-when-idle.ts';
import type { TrayIcon } from './desktop/tray.ts';
import type { Faults } from './faults.ts';
import { followFaults } from './faults.ts';
import type { FeaturesHost, WindowCalls } from './features/index.ts';
import { createFeatures } from './features/index.ts';
import type { OpenRequest } from './open-again.ts';
import { createOpenAgain } from './open-again.ts';
import type { Machine, World } from './world.ts';
import { fetchWithSourceLog } from './platform/log/source-log.ts';
import { processorTimes } from './platform/processors.ts';
import { releaseUnusedMemory } from './platform/unused-memory.ts';

export type App = Readonly<{
  /** Handles a second start: shows the window, or offers to move to another co-op. */
  open: (request: OpenRequest) => void;
  /** Work to finish before the app quits; undefined if there is none. */
  farewell: () => Promise<void> | undefined;
  /** Keeps what went wrong, to offer it for a report. */
  note: Faults['note'];
  dispose: () => void;
  /** Makes way for another world, while the app goes on. */
  end: () => Promise<void>;
}>;

/** What leads out of this world. */
export type Exits = Readonly<{
  enterDemo: () => void;
  /** With the co-op to join instead, if there is one. */
  leaveDemo: (coop?: string) => void;
  quit: () => void;
}>;

export function compose(world: World, tray: TrayIcon, exits: Exits): App {
  const { machine, demo, fit = (made) => made } = world;
  const { clock, files, history, t, times } = machine;
  const core = createCore({ ...machine, ...(demo ? { demo } : {}) });
  const isHiddenStart = world.flags.hidden ?? false;
  const desktop = fit(createDesktop({ ...machine, tray, state: core.state, isHiddenStart }));
  const { window, navigator, services } = desktop;
  const queue = createNotificationQueue({
    clock,
    t,
    policy: core.policy,
    show: notifyWith(desktop),
    goTo: navigator.goTo,
  });
  const features = createFeatures(hostOf(machine, core, desktop, queue.tell), world.features);
  core.attach({ ...features, isWindowOpen: window.isOpen });

  const openLink = (link: Link) => services.openAddress(linkAddress(core, link));
  const join = (id: string) => void features.calls['calendar.join']({ id, place: 0 });
  present({ clock, t, times, core, desktop, tray, openLink, join, ...exits });
  const faults = followFaults({ t, machine, core, desktop });
  const calls = {
    ...createCoreCalls({
      ...machine,
      ...services,
      core,
      sharingPlace: features.ackPlace,
    }),
    ...features.calls,
    ...windowCallsOf(desktop, exits),
    ...faults.calls,
  };
  const ipc = serveIpc(window.contents, calls, machine.log);
  const stopFollowingPower = followPower(core);
  const stopFollowingVersion = machine.installed.follow((installedVersion) =>
    core.state.publish({ installedVersion }),
  );
  core.onWake(machine.installed.look);
  const stopReleasing = releaseWhenIdle({
    clock,
    ...electronPages,
    processors: processorTimes,
    release: releaseUnusedMemory,
  });
  const restored = core.restore();
  void begin({ flags: world.flags, t, core, restored, features, ...desktop });
  const open = createOpenAgain({ core, desktop, restored, clock });
  if (world.flags.link !== undefined) open({ link: world.flags.link });

  const farewell = createFarewell([
    features.leave,
    history.leave,
    desktop.trayHost.leave,
    files.flush,
    machine.logFile.flush,
  ]);
  const dispose = () => {
    stopFollowingPower();
    stopFollowingVersion();
    stopReleasing();
    for (const part of [features, queue, core, history, machine.connectivity, files])
      part.dispose();
    for (const part of [desktop.shortcuts, ipc, window, desktop.trayHost, desktop.notifications])
      part.dispose();
    world.dispose();
  };
  return {
    open,
    farewell,
    note: faults.note,
    dispose,
    end: async () => {
      await farewell();
      dispose();
    },
  };
}

function windowCallsOf(desktop: Desktop, exits: Exits): Omit<WindowCalls, keyof Faults['calls']> {
  const { window, navigator, textSizes, keptView, services, shortcuts } = desktop;
  return {
    'window.drawn': () => {
      window.drawn();
      navigator.drawn();
    },
    'window.quit': exits.quit,
    'window.restart': services.restart,
    'window.openLicences': services.openLicences,
    'demo.enter': exits.enterDemo,
    'demo.leave': (to) => exits.leaveDemo(to?.coop),
    'window.autostart': async () => (await services.autostart()).state(),
    'window.setAutostart': async ({ on }) => (await services.autostart()).set(on),
    'window.textSize': textSizes.size,
    'window.setTextSize': ({ size }) => textSizes.set(size),
    'window.shortcut': ({ name }) => shortcuts.of[name].state(),
    'window.setShortcut': ({ name, on }) => shortcuts.of[name].set(on),
    'window.kept': keptView.all,
    'window.keep': ({ name, json }) => keptView.keep(name, json),
  };
}

/** What the app provides to every feature. */
function hostOf(
  machine: Machine,
  { policy, state }: Core,
  desktop: Desktop,
  tell: FeaturesHost['tell'],
): FeaturesHost {
  const { channel, navigator, services } = desktop;
  return {
    ...machine,
    ...services,
    accountFetch: async () => fetchWithSourceLog(await services.accountFetch(), machine.sources),
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
  return (text, onClick, more) => notifications.show(text, { ...more, onClick });
}
