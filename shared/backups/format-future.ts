/** Rejects reported events that are in the future. Pure; all instants are ms UTC. */
import { clockSkewMs, zoneAheadMs } from './target-context.ts';
import type { WrittenTarget } from './format-schema.ts';
import type { SourceProblem } from './reading.ts';
import { dayText } from './schedule.ts';
import { dayMs } from '../time/calendar.ts';

/** The first such event; it invalidates the whole target. */
export function futureProblem(
  target: WrittenTarget,
  path: string,
  nowUtcMs: number,
): SourceProblem | undefined {
  const { lastAttempt, lastSuccess, check, drill, standby, days = [] } = target;
  const said: readonly (readonly [string, number | undefined])[] = [
    ['lastAttempt.at', lastAttempt?.at],
    ['lastSuccess', lastSuccess],
    ['check.at', check === 'never' ? undefined : check?.at],
    ['drill.at', drill === 'never' ? undefined : drill?.at],
    ['standby.restoredFrom', standby?.restoredFrom],
    ['standby.restoredAt', standby?.restoredAt],
  ];
  const ahead = said.find(([, at]) => at !== undefined && at > nowUtcMs + clockSkewMs);
  if (ahead) return { code: 'future', path: `${path}.${ahead[0]}` };
  const today = dayText(Math.floor((nowUtcMs + zoneAheadMs) / dayMs));
  const dayAhead = days.findIndex(({ day }) => day > today);
  return dayAhead < 0 ? undefined : { code: 'future', path: `${path}.days[${dayAhead}].day` };
}
