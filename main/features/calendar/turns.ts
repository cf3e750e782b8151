/** Reminders, and all else that happens to meetings without a reading: one timer for the next moment of any. */
import type { Entry } from '../../../shared/calendar/entries.ts';
import type { Meeting } from '../../../shared/calendar/meeting.ts';
import type { Reminding } from '../../../shared/calendar/reminders.ts';
import { dueReminders, nextReminderUtcMs, withTold } from '../../../shared/calendar/reminders.ts';
import { nextChangeUtcMs } from '../../../shared/calendar/upcoming.ts';
import type { Clock } from '../../platform/clock.ts';

export type TurnsDeps = Readonly<{
  clock: Clock;
  reminding: () => Omit<Reminding, 'nowUtcMs'>;
  meetings: () => readonly Meeting[];
  /** The beginning of the next day, ms UTC. */
  nextDayUtcMs: (nowUtcMs: number) => number;
  onTold: (told: Reminding['told']) => void;
  remind: (entry: Entry) => void;
  /** Something may have come near, begun or ended, or it is another day. */
  onTurn: () => void;
}>;

export type Turns = Readonly<{
  /** Call after any change. */
  take: () => void;
  /** Until `resume`, nothing is told. */
  stop: () => void;
  resume: () => void;
}>;

/** The wall clock may be set, and the zone may change, while nothing else happens; in ms. */
const longestMs = 5 * 60_000;
/** A timer may fire a little early by the wall clock; in ms. */
const shortestMs = 50;

export function createTurns(deps: TurnsDeps): Turns {
  const { clock } = deps;
  let cancel = () => {};
  let isStopped = false;

  const tell = (nowUtcMs: number) => {
    const all = { ...deps.reminding(), nowUtcMs };
    const due = dueReminders(all);
    if (due.length === 0) return;
    // First, so that a crash tells nothing twice.
    deps.onTold(withTold(all.told, due));
    for (const entry of due) deps.remind(entry);
  };
  const nextUtcMs = (nowUtcMs: number) =>
    Math.min(
      nowUtcMs + longestMs,
      deps.nextDayUtcMs(nowUtcMs),
      nextChangeUtcMs(deps.meetings(), nowUtcMs) ?? Infinity,
      nextReminderUtcMs({ ...deps.reminding(), nowUtcMs }) ?? Infinity,
    );
  const take = () => {
    cancel();
    if (isStopped) return;
    const nowUtcMs = clock.nowUtcMs();
    tell(nowUtcMs);
    cancel = clock.after(Math.max(shortestMs, nextUtcMs(nowUtcMs) - nowUtcMs), take);
    deps.onTurn();
  };
  return {
    take,
    stop: () => {
      isStopped = true;
      cancel();
    },
    resume: () => {
      isStopped = false;
      take();
    },
  };
}
