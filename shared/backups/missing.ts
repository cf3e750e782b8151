/** What a source told of and tells of no more, and a source in which there is nothing: neither goes out of sight. Pure; ms UTC. */
import type { BackupSource } from '../coop/backups.ts';
import { dayMs } from '../time/zone.ts';
import { finding } from './finding.ts';
import type { TargetReading } from './reading.ts';
import { viewTarget } from './rules.ts';
import type { GoodReading, MissingTarget } from './source-memory.ts';
import type { Finding, TargetView } from './view.ts';

/** So long it stays in sight; by then somebody has looked, or has taken it for removed. In ms. */
const inSightMs = 30 * dayMs;
/** A source that names others at each look fills no disk. */
const missingLimit = 200;

/** Of those that are told of by their name alone, the last that was really told is kept as well. */
export function missingAfter(
  before: GoodReading | undefined,
  targets: readonly TargetReading[],
  atUtcMs: number,
): readonly MissingTarget[] {
  if (!before) return [];
  const told = new Set(targets.filter(tellsSomething).map(({ id }) => id));
  const earlier = [
    ...before.targets
      .filter(tellsSomething)
      .map((reading) => ({ seenUtcMs: before.atUtcMs, reading })),
    ...(before.missing ?? []),
  ];
  return earlier
    .filter(({ reading, seenUtcMs }) => !told.has(reading.id) && atUtcMs - seenUtcMs <= inSightMs)
    .filter(isFirstOfItsId)
    .slice(0, missingLimit);
}

function tellsSomething(reading: TargetReading): boolean {
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

/** Those that are not told of at all. While a part of the answer cannot be read, whether they are gone is not known. */
export function missingViews(
  source: BackupSource,
  { targets, missing = [], remarks }: GoodReading,
  nowUtcMs: number,
): readonly TargetView[] {
  const there = new Set(targets.map(({ id }) => id));
  return missing
    .filter(({ reading }) => !there.has(reading.id) && isWanted(source, reading))
    .map(({ reading: { id, name, tool }, seenUtcMs }) => {
      const code = remarks.length === 0 ? 'gone' : 'stale-reading';
      const bare = { id, name, ...(tool === undefined ? {} : { tool }) };
      const view = viewTarget(bare, source, seenUtcMs, nowUtcMs);
      return withFinding(view, finding(code, { readAtUtcMs: seenUtcMs }));
    });
}

/** Of a source in which there is nothing: what the document names, or else the source itself. */
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

/** Nothing else is known of it; that the reading is old is a finding beside. */
function withFinding(view: TargetView, found: Finding): TargetView {
  const old = view.findings.filter(({ code }) => code === 'stale-reading');
  const findings = found.code === 'empty' ? [found, ...old] : [found];
  return { ...view, state: found.state, findings };
}
