/** Evaluates a target's reading into what a member is shown. Pure; all instants are ms UTC. */
import { defined } from '../defined.ts';
import type { BackupSource } from '../coop/backups.ts';
import type { TargetContext } from './target-context.ts';
import { targetContext, clockSkewMs } from './target-context.ts';
import { finding, worstFirst } from './finding.ts';
import { proofFindings } from './assurance.ts';
import type { TargetReading } from './reading.ts';
import { runFindings } from './runs.ts';
import { shrunkDays, shrunkFinding } from './sizes.ts';
import { missingFinding, stripOf } from './day-grid.ts';
import type { Finding, TargetView } from './view.ts';

/** Missed polls after which a reading is outdated. */
const staleIntervals = 3;

/**
 * A reading is evaluated as of the time it was taken, because a run that became due since may well have happened. Only
 * the age of the reading changes with time: once it is outdated, whatever was good becomes unknown. So a target's state
 * never improves without a new reading.
 */
export function viewTarget(
  reading: TargetReading,
  source: BackupSource,
  readAtUtcMs: number,
  nowUtcMs: number,
): TargetView {
  const one = targetContext(reading, source, Math.min(readAtUtcMs, nowUtcMs));
  const shrunk = shrunkDays(one);
  const findings = worstFirst(
    [
      ...runFindings(one),
      ...proofFindings(one),
      missingFinding(one),
      shrunkFinding(one, shrunk),
      one.isFuture ? finding('future') : undefined,
      staleFinding(source, readAtUtcMs, nowUtcMs),
    ].filter((found) => found !== undefined),
  );
  return {
    id: `${source.id}/${reading.id}`,
    name: reading.name,
    sourceId: source.id,
    sourceName: source.name,
    state: findings[0]?.state ?? 'good',
    findings: [...findings],
    days: [...stripOf(one, shrunk, nowUtcMs)],
    ...figuresOf(one, nowUtcMs),
  };
}

function staleFinding(
  { intervalS }: BackupSource,
  readAtUtcMs: number,
  nowUtcMs: number,
): Finding | undefined {
  const ageMs = nowUtcMs - readAtUtcMs;
  // After the clock was set back, readings have future times and their age is unknown.
  if (ageMs < -clockSkewMs) return finding('stale-reading');
  const isStale = ageMs > staleIntervals * intervalS * 1000;
  return isStale ? finding('stale-reading', { readAtUtcMs }) : undefined;
}

type Figures = Omit<
  TargetView,
  'id' | 'name' | 'sourceId' | 'sourceName' | 'state' | 'findings' | 'days'
>;

function figuresOf(one: TargetContext, nowUtcMs: number): Figures {
  const { reading, timeZone, successUtcMs } = one;
  const { sizeBytes, check, drill, standby, tool } = reading;
  const nextExpectedUtcMs = reading.nextExpectedUtcMs ?? one.timetable?.nextDue(nowUtcMs);
  const retention = retentionOf(one);
  return {
    ...defined({ timeZone, lastSuccessUtcMs: successUtcMs, nextExpectedUtcMs, sizeBytes }),
    ...(retention ? { retention } : {}),
    ...(check && check !== 'never' ? { check: { atUtcMs: check.atUtcMs, ok: check.ok } } : {}),
    ...(drill && drill !== 'never' ? { drill } : {}),
    ...(standby ? { standby: standbyOf(standby) } : {}),
    ...(tool === undefined ? {} : { tool }),
  };
}

function retentionOf({ reading, source }: TargetContext): TargetView['retention'] {
  const { heldDays, wantedDays = source.wantedDays } = reading.retention ?? {};
  if (heldDays === undefined && wantedDays === undefined) return undefined;
  return {
    ...defined({ wantedDays, heldDays }),
  };
}

function standbyOf({
  restoredFromUtcMs,
  reachable,
}: NonNullable<TargetReading['standby']>): TargetView['standby'] {
  return {
    ...defined({ restoredFromUtcMs, reachable }),
  };
}
