/**
 * The incident that a service has right now, added to its recorded ones: the history is written once a minute, and the
 * state that a member sees must not contradict it. Pure.
 */
import type { ServiceView } from '../status/view.ts';
import { isTrouble, kindOf } from './kinds.ts';
import type { IncidentView } from './view.ts';

type State = Pick<ServiceView, 'verdict' | 'reason' | 'sinceUtcMs'>;

/** `recorded`: of one service, newest first. */
export function withRunning(
  recorded: readonly IncidentView[],
  state: State,
  nowUtcMs: number,
): readonly IncidentView[] {
  const running = runningOf(state, nowUtcMs);
  const [newest, ...older] = recorded;
  if (!running)
    return state.verdict === 'up' ? recorded.map((one) => closed(one, state.sinceUtcMs)) : recorded;
  const isSame = newest?.kind === running.kind && newest.toUtcMs >= running.fromUtcMs;
  if (!isSame) return [running, ...recorded.map((one) => closed(one, running.fromUtcMs))];
  return [{ ...running, fromUtcMs: Math.min(newest.fromUtcMs, running.fromUtcMs) }, ...older];
}

/** Undefined while it works, or nothing is known. */
function runningOf(
  { verdict, reason, sinceUtcMs }: State,
  nowUtcMs: number,
): IncidentView | undefined {
  const kind = kindOf(verdict, reason);
  if (!isTrouble(kind)) return undefined;
  const fromUtcMs = Math.min(sinceUtcMs, nowUtcMs);
  return { kind, fromUtcMs, toUtcMs: nowUtcMs, end: 'open', ...(reason ? { reason } : {}) };
}

/** What was running when it was read has ended since. */
function closed(incident: IncidentView, endUtcMs: number): IncidentView {
  if (incident.end !== 'open') return incident;
  return { ...incident, toUtcMs: Math.max(incident.toUtcMs, endUtcMs), end: 'seen' };
}
