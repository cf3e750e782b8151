/**
 * The core, without Electron: the co-op's document, the monitor of its services, the notification policy and the state.
 * The app, the scenario tests and the benchmarks share this wiring; the command line uses the monitor alone.
 */
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { CoreNotifications } from './core-notifications.ts';
import { restoreOrAsk } from './directory/index.ts';
import type { Parts } from './parts.ts';
import { createParts } from './parts.ts';
import { wire } from './wiring.ts';
import type { Attachments, CoreDeps } from './world.ts';

export type Core = Pick<
  Parts,
  'directory' | 'monitor' | 'policy' | 'state' | 'welcome' | 'crashes'
> &
  Readonly<{
    onNotification: CoreNotifications['onNotification'];
    /** The machine woke up, or its clock jumped. */
    onWake: Emitter<void>['on'];
    /** Connects features and the window; call before `restore`. */
    attach: (more: Attachments) => void;
    /** Loads the state of the previous run. If the copy of the document is unreadable, fetches it from its source. */
    restore: () => Promise<void>;
    /** The machine is about to sleep. */
    suspend: () => void;
    wake: () => void;
    dispose: () => void;
  }>;

export function createCore(deps: CoreDeps): Core {
  const { connectivity } = deps;
  const wakes = createEmitter<void>();
  let attached: Attachments = {};
  const parts = createParts(deps, () => attached);
  const { directory, monitor, policy, notifications, state, welcome, crashes } = parts;
  const wake = () => {
    monitor.wake();
    connectivity.resume();
    policy.wake();
    wakes.emit();
  };
  wire(deps, parts, () => attached, wake);

  return {
    directory,
    monitor,
    policy,
    state,
    welcome,
    crashes,
    onNotification: notifications.onNotification,
    onWake: wakes.on,
    attach: (more) => (attached = { ...attached, ...more }),
    restore: async () => {
      // Before the document: the policy holds every change until its settings are loaded.
      await Promise.all([policy.restore(), welcome.restore(), crashes.restore()]);
      await restoreOrAsk(directory);
    },
    suspend: () => {
      monitor.suspend();
      attached.suspend?.();
      connectivity.suspend();
    },
    wake,
    dispose: () => {
      for (const part of [notifications, policy, monitor, directory, welcome, crashes, state])
        part.dispose();
      wakes.clear();
    },
  };
}
