/** The checks that the history must contain: those that the journal has had time to write. */
import { writeEveryMs } from '../../../main/core/history/index.ts';
import type { Observed } from '../../../main/core/status/status-event.ts';
import { lastingIds } from './coop.ts';
import type { Disk } from './disk.ts';
import type { World } from './world.ts';

export type Beats = Readonly<{
  observed: (beat: Observed) => void;
  /** Call often: collects what has been written by now. */
  pass: () => void;
  /** On quitting the app writes what it has, unlike on a kill. */
  ended: (how: 'kill' | 'quit') => void;
  owed: () => readonly string[];
}>;

/** In addition to the time between two writes, in ms: the slowest disk. */
const slackMs = 5000;
const lasting = new Set(lastingIds);

export function createBeats({ clock, trueUtcMs }: World, disk: Disk): Beats {
  let waiting: Readonly<{ key: string; atMs: number }>[] = [];
  const owed: string[] = [];
  const owe = (isDue: (atMs: number) => boolean) => {
    // A full disk loses checks, and the member is informed.
    if (!disk.isFull()) for (const { key, atMs } of waiting) if (isDue(atMs)) owed.push(key);
    waiting = disk.isFull() ? [] : waiting.filter(({ atMs }) => !isDue(atMs));
  };
  return {
    observed: ({ serviceId, atUtcMs }) => {
      // Checks dated by a wrong clock cannot be found.
      if (!lasting.has(serviceId) || atUtcMs !== trueUtcMs()) return;
      waiting.push({ key: `${serviceId} ${atUtcMs}`, atMs: clock.monotonicMs() });
    },
    pass: () => owe((atMs) => clock.monotonicMs() - atMs > writeEveryMs + slackMs),
    ended: (how) => {
      if (how === 'quit') owe(() => true);
      waiting = [];
    },
    owed: () => owed,
  };
}
