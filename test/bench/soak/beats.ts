/** The checks that the history owes the member: those that the journal has had the time to take. */
import { writeEveryMs } from '../../../main/core/history/index.ts';
import type { Observed } from '../../../main/core/status/records.ts';
import { lastingIds } from './coop.ts';
import type { Disk } from './disk.ts';
import type { World } from './world.ts';

export type Beats = Readonly<{
  observed: (beat: Observed) => void;
  /** Call often: takes up what has been written by now. */
  pass: () => void;
  /** At its end the app writes what it has, unless it is killed. */
  ended: (how: 'kill' | 'quit') => void;
  owed: () => readonly string[];
}>;

/** Beside the time between two writes, in ms: the slowest disk. */
const slackMs = 5000;
const lasting = new Set(lastingIds);

export function createBeats({ clock, trueUtcMs }: World, disk: Disk): Beats {
  let waiting: Readonly<{ key: string; atMs: number }>[] = [];
  const owed: string[] = [];
  const owe = (isDue: (atMs: number) => boolean) => {
    // What a full disk does not take is lost, and the member is told that it is.
    if (!disk.isFull()) for (const { key, atMs } of waiting) if (isDue(atMs)) owed.push(key);
    waiting = disk.isFull() ? [] : waiting.filter(({ atMs }) => !isDue(atMs));
  };
  return {
    observed: ({ serviceId, atUtcMs }) => {
      // What a wrong clock has dated elsewhere is nowhere to be found.
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
