/** Whether what is kept can be believed in: retention, integrity checks, clearing away, restore drills, the standby. Pure; ms UTC. */
import { dayMs } from '../time/zone.ts';
import type { Case } from './target-context.ts';
import { finding } from './finding.ts';
import type { Finding } from './view.ts';

/** A check once a month, with some days for a month that is long or a weekend. In days. */
export const checkDays = 35;
/** A standby that does not say how old its data may be: restored daily, with a day for one that did not come. In s. */
export const standbyMaxAgeS = 48 * 3600;

/** Only about what the source speaks of: that it says nothing of drills does not mean that there were none. */
export function proofFindings(one: Case): readonly Finding[] {
  return [retention(one), check(one), upkeep(one), drill(one), ...standby(one)].filter(
    (found) => found !== undefined,
  );
}

function retention({ reading, source }: Case): Finding | undefined {
  const held = reading.retention?.heldDays;
  const wanted = reading.retention?.wantedDays ?? source.wantedDays;
  if (held === undefined || wanted === undefined || held >= wanted) return undefined;
  return finding('retention-short', { held, wanted });
}

function check({ reading, atUtcMs }: Case): Finding | undefined {
  if (!reading.check) return undefined;
  if (reading.check === 'never') return finding('check-never');
  const { atUtcMs: checked, ok, error } = reading.check;
  const when = { atUtcMs: checked };
  if (!ok) return finding('check-failed', { ...when, ...(error ? { error } : {}) });
  return atUtcMs - checked > checkDays * dayMs ? finding('check-old', when) : undefined;
}

function upkeep({ reading }: Case): Finding | undefined {
  if (!reading.upkeep || reading.upkeep.ok) return undefined;
  const { atUtcMs, error } = reading.upkeep;
  return finding('upkeep-failed', { atUtcMs, ...(error ? { error } : {}) });
}

function drill({ reading, source, atUtcMs }: Case): Finding | undefined {
  if (!reading.drill) return undefined;
  if (reading.drill === 'never') return finding('drill-never');
  const { atUtcMs: tried, ok } = reading.drill;
  if (!ok) return finding('drill-failed', { atUtcMs: tried });
  const days = source.drillDays;
  return atUtcMs - tried > days * dayMs
    ? finding('drill-old', { atUtcMs: tried, days })
    : undefined;
}

function standby({ reading, atUtcMs }: Case): readonly Finding[] {
  if (!reading.standby) return [];
  const { reachable, restoredFromUtcMs, maxAgeS = standbyMaxAgeS } = reading.standby;
  const away = reachable === false ? [finding('standby-unreachable')] : [];
  if (restoredFromUtcMs === undefined) return [...away, finding('standby-unknown')];
  if (atUtcMs - restoredFromUtcMs <= maxAgeS * 1000) return away;
  return [...away, finding('standby-stale', { fromUtcMs: restoredFromUtcMs, maxAgeS })];
}
