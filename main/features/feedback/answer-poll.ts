/** Schedules requests for answers: failed ones are retried, and recent issues are polled. */
import { dayMs } from '../../../shared/time/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { SerialQueue } from '../../platform/serial-queue.ts';
import type { Sent } from './answers-readers.ts';

export type AnswerPoll = Readonly<{
  askFor: (ids: readonly string[]) => void;
  isDue: (id: string) => boolean;
  /** Stops the timer until the next `askFor`. */
  stop: () => void;
}>;

export type AnswerPollDeps = Readonly<{
  clock: Clock;
  queue: Pick<SerialQueue, 'add'>;
  /** Items sent within the last `ms`, newest first. */
  sentWithin: (ms: number) => readonly Sent[];
  /** Resolves to false while signed out. Rejects if the server does not answer. */
  ask: (one: Sent, signal: AbortSignal) => Promise<boolean>;
}>;

/** Answers to older items are no longer requested; those known remain. */
export const askedForMs = 90 * dayMs;
/** Younger issues are polled; rooms push their events. */
const polledForMs = 30 * dayMs;
const pollIntervalMs = 15 * 60_000;
/** After so many failures in a row, the rest of the round would likely fail at the same server. */
const failuresLimit = 3;

export function createAnswerPoll({ clock, queue, sentWithin, ask }: AnswerPollDeps): AnswerPoll {
  const due = new Set<string>();
  let cancel = () => {};

  const scheduleNext = () => {
    cancel();
    const polled = sentWithin(polledForMs).filter(({ place }) => place.via === 'github');
    if (polled.length + due.size === 0) return;
    cancel = clock.after(pollIntervalMs, () => askFor(polled.map(({ id }) => id)));
  };

  const round = async (signal: AbortSignal) => {
    const failures = { matrix: 0, github: 0 };
    const sent = new Map(sentWithin(askedForMs).map((one) => [one.id, one]));
    for (const one of [...due].flatMap((id) => sent.get(id) ?? [])) {
      const { via } = one.place;
      if (failures[via] >= failuresLimit) continue;
      due.delete(one.id);
      const isAnswered = await ask(one, signal).catch(() => false);
      if (signal.aborted) return;
      failures[via] = isAnswered ? 0 : failures[via] + 1;
      // Moved to the end of the set, so that it does not delay the others.
      if (!isAnswered) due.add(one.id);
    }
    scheduleNext();
  };

  const askFor = (ids: readonly string[]) => {
    for (const id of ids) due.add(id);
    queue.add(round);
  };

  return { askFor, isDue: (id) => due.has(id), stop: () => cancel() };
}
