/**
 * The core, without Electron: the co-op's document, the monitor of its services, the notification policy and the state.
 * The app, the scenario tests and the benches share this wiring; the terminal has the monitor alone.
 */
import type { Emitter } from '../platform/emitter.ts';
import { createEmitter } from '../platform/emitter.ts';
import type { CoreNotifications } from './core-notifications.ts';
import { restoreOrAsk } from './directory/index.ts';
import type { Parts } from './parts.ts';
import { createParts } from './parts.ts';
import { wire } from './wiring.ts';
import type { Attachments, World } from './world.ts';

export type Core = Pick<Parts, 'directory' | 'monitor' | 'policy' | 'state'> &
  Readonly<{
    onNotification: CoreNotifications['onNotification'];
    /** The machine is awake again, or its clock has jumped. */
    onWake: Emitter<void>['on'];
    /** Adds what only features and the window know; call it before `restore`. */
    attach: (more: Attachments) => void;
    /** Loads what an earlier run has left. Where a copy cannot be read, its source is asked at once. */
    restore: () => Promise<void>;
    /** The machine is about to sleep. */
    suspend: () => void;
    wake: () => void;
    dispose: () => void;
  }>;

export function createCore(world: World): Core {
  const { connectivity } = world;
  const wakes = createEmitter<void>();
  let attached: Attachments = {};
  const parts = createParts(world, () => attached);
  const { directory, monitor, policy, notifications, state } = parts;
  const wake = () => {
    monitor.wake();
    connectivity.resume();
    policy.wake();
    wakes.emit();
  };
  wire(world, parts, () => attached, wake);

  return {
    directory,
    monitor,
    policy,
    state,
    onNotification: notifications.onNotification,
    onWake: wakes.on,
    attach: (more) => (attached = { ...attached, ...more }),
    restore: async () => {
      // Until its settings are loaded, the policy holds every change.
      await policy.restore();
      await restoreOrAsk(directory);
    },
    suspend: () => {
      monitor.suspend();
      attached.suspend?.();
      connectivity.suspend();
    },
    wake,
    dispose: () => {
      for (const part of [notifications, policy, monitor, directory, state]) part.dispose();
      wakes.clear();
    },
  };
}
