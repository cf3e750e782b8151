/** Updates the state of sources, and builds the view of all of them. Pure. */
import type { RoomPlan } from '../coop/accounts.ts';
import type { BackupSource, BackupsPlan } from '../coop/backups.ts';
import { finding } from './finding.ts';
import { emptyViews, isWanted, missingAfter, missingViews } from './missing.ts';
import type { ReadSource, SourceProblem } from './reading.ts';
import { viewTarget } from './rules.ts';
import { scheduleKey, timetableCacheSize } from './schedule.ts';
import type { SourceMemories, SourceMemory } from './source-memory.ts';
import { unread } from './source-memory.ts';
import type { BackupsState, SourceView, TargetView } from './view.ts';
import { backupStates } from './view.ts';
import { roomViewsOf } from '../room-export/retention.ts';

/** A failed poll keeps the previous reading, which ages. */
export function remember(before: SourceMemory, read: ReadSource, atUtcMs: number): SourceMemory {
  if (!read.ok) return { ...before, problem: read.problem, faults: before.faults + 1 };
  const missing = missingAfter(before.good, read.targets, atUtcMs);
  const good = { atUtcMs, targets: read.targets, remarks: read.problems };
  return { good: missing.length > 0 ? { ...good, missing } : good, faults: 0 };
}

export function viewBackups(
  plan: BackupsPlan,
  rooms: readonly RoomPlan[],
  memories: SourceMemories,
  now: Readonly<{ atUtcMs: number; reading: boolean; isClockRight: boolean }>,
): BackupsState {
  const memoryOf = (source: BackupSource) => memories.get(source.id) ?? unread;
  const withinLimits = sourcesWithinLimits(plan, memories);
  const seen = withinLimits.flatMap((one) => targetsOf(one, memoryOf(one), now.atUtcMs));
  const targets = now.isClockRight ? seen : seen.map(withWrongClock);
  return {
    targets: targets.toSorted((a, b) => rank(a) - rank(b)),
    sources: plan.sources.map((one) =>
      viewSource(one, withinLimits.includes(one) ? memoryOf(one) : tooLarge),
    ),
    rooms: roomViewsOf(rooms, now.atUtcMs),
    ...(plan.restore ? { restore: viewRestore(plan.restore) } : {}),
    reading: now.reading,
  };
}

/** Maximum targets of all sources, to bound the evaluation time; a co-op has some dozens. */
const targetsLimit = 1000;
const tooLarge: SourceMemory = { problem: { code: 'too-large' }, faults: 0 };

/**
 * The sources within the limits on targets and cached schedules, in document order; the others are reported as too
 * large and count as unknown.
 */
function sourcesWithinLimits(
  { sources }: BackupsPlan,
  memories: SourceMemories,
): readonly BackupSource[] {
  let left = targetsLimit;
  let schedules: ReadonlySet<string> = new Set();
  return sources.filter(({ id, targets: wanted = [] }) => {
    const { targets = [], missing = [] } = memories.get(id)?.good ?? {};
    const count = wanted.length + targets.length + missing.length;
    const own = targets.flatMap(({ schedule }) => (schedule ? [scheduleKey(schedule)] : []));
    const all = new Set([...schedules, ...own]);
    if (count > left || all.size > timetableCacheSize) return false;
    left -= count;
    schedules = all;
    return true;
  });
}

function rank({ state }: TargetView): number {
  return backupStates.indexOf(state);
}

/** Intervals of its source during which a reading counts as recent. */
const freshIntervals = 2;

/** Targets of recently polled sources: trouble in an older reading may be fixed by now. */
export function freshTargets(
  plan: BackupsPlan,
  memories: SourceMemories,
  nowUtcMs: number,
): readonly TargetView[] {
  return freshSources(plan, memories, nowUtcMs).flatMap((source) =>
    targetsOf(source, memories.get(source.id) ?? unread, nowUtcMs),
  );
}

/** Ids of the sources that were not polled recently. */
export function silentSources(
  plan: BackupsPlan,
  memories: SourceMemories,
  nowUtcMs: number,
): ReadonlySet<string> {
  const fresh = freshSources(plan, memories, nowUtcMs);
  return new Set(plan.sources.filter((one) => !fresh.includes(one)).map(({ id }) => id));
}

function freshSources(
  plan: BackupsPlan,
  memories: SourceMemories,
  nowUtcMs: number,
): readonly BackupSource[] {
  return sourcesWithinLimits(plan, memories).filter(({ id, intervalS }) => {
    const { good, problem } = memories.get(id) ?? unread;
    const ageMs = nowUtcMs - (good?.atUtcMs ?? Number.NEGATIVE_INFINITY);
    return !problem && ageMs <= freshIntervals * intervalS * 1000;
  });
}

/** Targets named in the document but missing from the source are shown as unknown, once it was asked. */
function targetsOf(
  source: BackupSource,
  { good, problem }: SourceMemory,
  nowUtcMs: number,
): readonly TargetView[] {
  if (!good && !problem) return [];
  const { targets: wanted } = source;
  const read = (good?.targets ?? []).filter((one) => isWanted(source, one));
  const isRead = (name: string) => read.some((one) => one.name === name || one.id === name);
  const readAtUtcMs = good?.atUtcMs ?? nowUtcMs;
  const missing = good ? missingViews(source, good, nowUtcMs) : [];
  const isMissing = (name: string) =>
    missing.some((one) => one.name === name || one.id === `${source.id}/${name}`);
  const isShown = (name: string) => isRead(name) || isMissing(name);
  const silent = (wanted ?? [])
    .filter((name) => !isShown(name))
    .map((name) => ({ id: name, name }));
  const views = [
    ...read.map((one) => viewTarget(one, source, readAtUtcMs, nowUtcMs)),
    ...missing,
    ...(good?.targets.length === 0
      ? emptyViews(source, missing.length > 0, silent, readAtUtcMs, nowUtcMs)
      : silent.map((one) => viewTarget(one, source, readAtUtcMs, nowUtcMs))),
  ];
  return problem ? views.map((one) => asUnknown(one, readAtUtcMs)) : views;
}

/** After a failed poll, good targets become unknown; known trouble stays as it was. */
function asUnknown(target: TargetView, readAtUtcMs: number): TargetView {
  if (target.state !== 'good') return target;
  return { ...target, state: 'unknown', findings: [finding('stale-reading', { readAtUtcMs })] };
}

/** With a wrong clock, neither lateness nor age can be determined. */
function withWrongClock(target: TargetView): TargetView {
  return { ...target, state: 'unknown', findings: [finding('clock-wrong')] };
}

/** Problems that the member can fix by entering the secret. */
const asksForSecret: ReadonlySet<SourceProblem['code']> = new Set([
  'secret-missing',
  'secret-moved',
  'no-access',
]);

function viewSource(source: BackupSource, { good, problem }: SourceMemory): SourceView {
  const { id, name, auth } = source;
  const asks = problem && asksForSecret.has(problem.code);
  return {
    id,
    name,
    remarks: [...(good?.remarks ?? [])],
    ...(good ? { readAtUtcMs: good.atUtcMs } : {}),
    ...(problem ? { problem } : {}),
    ...(auth !== 'none' && asks ? { needsSecret: true } : {}),
  };
}

function viewRestore({
  people,
  destination,
}: NonNullable<BackupsPlan['restore']>): NonNullable<BackupsState['restore']> {
  return { people, ...(destination === undefined ? {} : { destinationId: destination }) };
}
