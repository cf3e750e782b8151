/** The parts of the core, each built from those above it. */
import type { Crashes } from './crashes.ts';
import { crashesForm, createCrashes } from './crashes.ts';
import type { CoreNotifications } from './core-notifications.ts';
import { createCoreNotifications } from './core-notifications.ts';
import { copyForm } from './directory/copy.ts';
import type { Directory } from './directory/index.ts';
import { createDirectory } from './directory/index.ts';
import type { NotificationPolicy } from './notification-policy/index.ts';
import { createNotificationPolicy } from './notification-policy/index.ts';
import { policyForm } from './notification-policy/settings.ts';
import type { State } from './state.ts';
import { createState } from './state.ts';
import { createConnectedMonitor } from './status/connected-monitor.ts';
import { domainsForm } from './status/known-domains.ts';
import type { Monitor } from './status/monitor.ts';
import type { Welcome } from './welcome.ts';
import { createWelcome, welcomeForm } from './welcome.ts';
import type { Attachments, CoreDeps } from './world.ts';

export type Parts = Readonly<{
  directory: Directory;
  monitor: Monitor;
  policy: NotificationPolicy;
  notifications: CoreNotifications;
  welcome: Welcome;
  crashes: Crashes;
  state: State;
}>;

/** `attached` is called each time, because features are created later. */
export function createParts(deps: CoreDeps, attached: () => Attachments): Parts {
  const { clock, files } = deps;
  const directory = createDirectory({
    net: deps.net,
    clock,
    store: files.file(copyForm),
    language: deps.language,
  });
  const monitor = createConnectedMonitor({
    clock,
    net: deps.pages,
    connectivity: deps.connectivity,
    probe: deps.probe,
    random: deps.random,
    domains: files.file(domainsForm),
    standbyOf: (serviceId) => attached().standbyOf?.(serviceId),
  });
  const policy = createNotificationPolicy({
    clock,
    timeZone: deps.timeZone,
    isClockProven: deps.connectivity.isClockProven,
    store: files.file(policyForm),
    views: monitor.views,
    share: async (shared) => attached().share?.(shared) ?? 'nowhere',
  });
  const notifications = createCoreNotifications({
    ...deps,
    monitor,
    policy,
    hasEmergencyCard: () => directory.current()?.document.emergency !== undefined,
  });
  const welcome = createWelcome(files.file(welcomeForm));
  const crashes = createCrashes({ clock, store: files.file(crashesForm) });
  const state = createState({
    ...deps,
    directory,
    monitor,
    policy,
    welcome,
    crashes,
    annotate: (view) => attached().annotate?.(view) ?? {},
  });
  return { directory, monitor, policy, notifications, welcome, crashes, state };
}
