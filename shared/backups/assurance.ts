/**
 * Findings beyond the runs themselves: retention, integrity checks, pruning, restore drills, the standby. Pure; ms UTC.
 */
import { dayMs } from '../time/calendar.ts';
import type { TargetContext } from './target-context.ts';
import { finding } from './finding.ts';
import type { Finding } from './view.ts';

/** In days: monthly, with some slack for a long month or a weekend. */
const checkDays = 35;
/** In s; default for standbies without a maximum age: restored daily, and one restore may be missed. */
export const standbyMaxAgeS = 48 * 3600;

/** Only about what the source reports: without information about drills, there may still have been some. */
export function proofFindings(one: TargetContext): readonly Finding[] {
  return [retention(one), check(one), upkeep(one), drill(one), ...standby(one)].filter(
    (found) => found !== undefined,
  );
}

function retention({ reading, source }: TargetContext): Finding | undefined {
  const held = reading.retention?.heldDays;
  const wanted = reading.retention?.wantedDays ?? source.wantedDays;
  if (held === undefined || wanted === undefined || held >= wanted) return undefined;
  return finding('retention-short', { held, wanted });
}

function check({ reading, atUtcMs }: TargetContext): Finding | undefined {
  if (!reading.check) return undefined;
  if (reading.check === 'never') return finding('check-never');
  const { atUtcMs: checked, ok, error } = reading.check;
  const when = { atUtcMs: checked };
  if (!ok) return finding('check-failed', { ...when, ...(error ? { error } : {}) });
  return atUtcMs - checked > checkDays * dayMs ? finding('check-old', when) : undefined;
}

function upkeep({ reading }: TargetContext): Finding | undefined {
  if (!reading.upkeep || reading.upkeep.ok) return undefined;
  const { atUtcMs, error } = reading.upkeep;
  return finding('upkeep-failed', { atUtcMs, ...(error ? { error } : {}) });
}

function drill({ reading, source, atUtcMs }: TargetContext): Finding | undefined {
  if (!reading.drill) return undefined;
  if (reading.drill === 'never') return finding('drill-never');
  const { atUtcMs: tried, ok } = reading.drill;
  if (!ok) return finding('drill-failed', { atUtcMs: tried });
  const days = source.drillDays;
  return atUtcMs - tried > days * dayMs
    ? finding('drill-old', { atUtcMs: tried, days })
    : undefined;
}

function standby({ reading, atUtcMs }: TargetContext): readonly Finding[] {
  if (!reading.standby) return [];
  const { reachable, restoredFromUtcMs, maxAgeS = standbyMaxAgeS } = reading.standby;
  const away = reachable === false ? [finding('standby-unreachable')] : [];
  if (restoredFromUtcMs === undefined) return [...away, finding('standby-unknown')];
  if (atUtcMs - restoredFromUtcMs <= maxAgeS * 1000) return away;
  return [...away, finding('standby-stale', { fromUtcMs: restoredFromUtcMs, maxAgeS })];
}
