/** Which items have to be asked for, and when: a failed request is retried, and an issue is polled while it is young. */
import type { Clock } from '../../platform/clock.ts';
import type { SerialQueue } from '../../platform/serial-queue.ts';
import type { Sent } from './answers-readers.ts';

export type AnswerPoll = Readonly<{
  askFor: (ids: readonly string[]) => void;
  isDue: (id: string) => boolean;
  /** No timer, until the next `askFor`. */
  stop: () => void;
}>;

export type AnswerPollDeps = Readonly<{
  clock: Clock;
  queue: Pick<SerialQueue, 'add'>;
  /** What was sent within so many ms, newest first. */
  sentWithin: (ms: number) => readonly Sent[];
  /** Resolves to false while nobody can be asked. Rejects when there is no answer. */
  ask: (one: Sent, signal: AbortSignal) => Promise<boolean>;
}>;

const dayMs = 86_400_000;
/** An older item is not asked for again, and what is known of it stays as it is. */
export const askedForMs = 90 * dayMs;
/** Issues younger than this are polled; a room sends its events by itself. */
const polledForMs = 30 * dayMs;
const pollIntervalMs = 15 * 60_000;
/** After so many failures in a row, the rest of the round would fail at the same server, too. */
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
      // Now the last of the set, so that it holds up no other.
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
