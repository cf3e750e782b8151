/** Keeps showing targets that a source no longer lists, and sources without any target. Pure; ms UTC. */
import type { BackupSource } from '../coop/backups.ts';
import { dayMs } from '../time/calendar.ts';
import { finding } from './finding.ts';
import type { TargetReading } from './reading.ts';
import { viewTarget } from './rules.ts';
import type { GoodReading, MissingTarget } from './source-memory.ts';
import type { Finding, TargetView } from './view.ts';

/** In ms; by then, members have noticed or the removal was intended. */
const retentionMs = 30 * dayMs;
/** Bounds the file if a source lists different targets at each poll. */
const missingLimit = 200;

/** For targets that are now listed by name only, the last full reading is kept as well. */
export function missingAfter(
  before: GoodReading | undefined,
  targets: readonly TargetReading[],
  atUtcMs: number,
): readonly MissingTarget[] {
  if (!before) return [];
  const reported = new Set(targets.filter(hasData).map(({ id }) => id));
  const earlier = [
    ...before.targets.filter(hasData).map((reading) => ({ seenUtcMs: before.atUtcMs, reading })),
    ...(before.missing ?? []),
  ];
  return earlier
    .filter(
      ({ reading, seenUtcMs }) => !reported.has(reading.id) && atUtcMs - seenUtcMs <= retentionMs,
    )
    .filter(isFirstOfItsId)
    .slice(0, missingLimit);
}

function hasData(reading: TargetReading): boolean {
  return Object.keys(reading).some((key) => key !== 'id' && key !== 'name' && key !== 'tool');
}

function isFirstOfItsId(
  { reading }: MissingTarget,
  at: number,
  all: readonly MissingTarget[],
): boolean {
  return all.findIndex((one) => one.reading.id === reading.id) === at;
}

export function isWanted({ targets }: BackupSource, { id, name }: TargetReading): boolean {
  return !targets || targets.includes(name) || targets.includes(id);
}

/** Targets that are not listed at all. If the answer was only partly readable, they may still exist. */
export function missingViews(
  source: BackupSource,
  { targets, missing = [], remarks }: GoodReading,
  nowUtcMs: number,
): readonly TargetView[] {
  const listed = new Set(targets.map(({ id }) => id));
  return missing
    .filter(({ reading }) => !listed.has(reading.id) && isWanted(source, reading))
    .map(({ reading: { id, name, tool }, seenUtcMs }) => {
      const code = remarks.length === 0 ? 'gone' : 'stale-reading';
      const bare = { id, name, ...(tool === undefined ? {} : { tool }) };
      const view = viewTarget(bare, source, seenUtcMs, nowUtcMs);
      return withFinding(view, finding(code, { readAtUtcMs: seenUtcMs }));
    });
}

/** For a source without backups: the targets named in the document, or else the source itself. */
export function emptyViews(
  source: BackupSource,
  hasOthers: boolean,
  named: readonly TargetReading[],
  readAtUtcMs: number,
  nowUtcMs: number,
): readonly TargetView[] {
  const itself = hasOthers || source.targets ? [] : [{ id: '', name: source.name }];
  return [...named, ...itself].map((one) =>
    withFinding(viewTarget(one, source, readAtUtcMs, nowUtcMs), finding('empty')),
  );
}

/**
 * Replaces the other findings, because nothing else is known. An outdated reading is still reported for an empty
 * source.
 */
function withFinding(view: TargetView, found: Finding): TargetView {
  const old = view.findings.filter(({ code }) => code === 'stale-reading');
  const findings = found.code === 'empty' ? [found, ...old] : [found];
  return { ...view, state: found.state, findings };
}
