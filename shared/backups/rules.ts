/** What a member is to think of a backup target, from what its source says. Pure; all instants are ms UTC. */
import { defined } from '../defined.ts';
import type { BackupSource } from '../coop/backups.ts';
import type { Case } from './target-context.ts';
import { caseOf, clockSkewMs } from './target-context.ts';
import { finding, worstFirst } from './finding.ts';
import { proofFindings } from './assurance.ts';
import type { TargetReading } from './reading.ts';
import { runFindings } from './runs.ts';
import { shrunkDays, shrunkFinding } from './sizes.ts';
import { missingFinding, stripOf } from './day-grid.ts';
import type { Finding, TargetView } from './view.ts';

/** A source that missed so many readings in a row tells of the past. */
const staleIntervals = 3;

/**
 * A reading is judged at the moment it was taken: a run that was due since may well have come, only nobody has looked.
 * What passes by itself is the age of the reading, and a reading that is too old makes everything unknown that was well.
 * So a member who waits never sees it get better.
 */
export function viewTarget(
  reading: TargetReading,
  source: BackupSource,
  readAtUtcMs: number,
  nowUtcMs: number,
): TargetView {
  const one = caseOf(reading, source, Math.min(readAtUtcMs, nowUtcMs));
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
  // A clock that was set back leaves readings of tomorrow, and nobody knows how old they are.
  if (ageMs < -clockSkewMs) return finding('stale-reading');
  const isStale = ageMs > staleIntervals * intervalS * 1000;
  return isStale ? finding('stale-reading', { readAtUtcMs }) : undefined;
}

type Figures = Omit<
  TargetView,
  'id' | 'name' | 'sourceId' | 'sourceName' | 'state' | 'findings' | 'days'
>;

function figuresOf(one: Case, nowUtcMs: number): Figures {
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

function retentionOf({ reading, source }: Case): TargetView['retention'] {
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
