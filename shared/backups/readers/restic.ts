/**
 * The output of `restic snapshots --json`, optionally with `--group-by`, published as a file: the stored snapshots by
 * series. A failed run leaves no snapshot, so it shows as a missing day.
 */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import type { SourceProblem, TargetReading } from '../reading.ts';
import type { Reader } from './reader.ts';
import { idOf, nameOf } from './names.ts';
import type { Run } from './parts.ts';
import { Instant, failed, outcomeOf, readJson, summarizeRuns } from './parts.ts';
import { isRecord } from '../../json.ts';
import { firstOf } from '../../lists/first.ts';
import { shortList } from '../../lists/short-list.ts';

/** Maximum folders or tags of a snapshot. */
const stringsLimit = 1000;
const strings = v.nullish(shortList(v.string(), stringsLimit), []);
const SnapshotSchema = v.object({
  time: Instant,
  hostname: v.nullish(v.string(), ''),
  paths: shortList(v.string(), stringsLimit),
  tags: strings,
  /** Since restic 0.17. */
  summary: v.nullish(v.object({ total_bytes_processed: v.nullish(v.number()) })),
});
type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** Properties that identify a snapshot's series; unused ones are empty. */
const SeriesSchema = v.object({
  hostname: v.nullish(v.string(), ''),
  paths: strings,
  tags: strings,
});
type Series = v.InferOutput<typeof SeriesSchema>;

const GroupSchema = v.object({
  group_key: SeriesSchema,
  snapshots: v.nullish(v.array(v.unknown()), []),
});

/** Some versions write `null` for an empty repository. */
const AnswerSchema = v.nullable(v.array(v.unknown()));

/** More series mean that each run has its own folder, which is not supported. */
const groupsLimit = 200;
/** A year of hourly snapshots; more would block the app. */
const snapshotsLimit = 10_000;

export const readRestic: Reader = (text, source) =>
  readJson(text, AnswerSchema, (items) => {
    const groups = new Map<string, Run[]>();
    const problems: SourceProblem[] = [];
    const all = firstOf(snapshotsIn(items ?? []), snapshotsLimit + 1);
    if (all.length > snapshotsLimit) return failed('too-large');
    for (const { item, path, series } of all) {
      const parsed = v.safeParse(SnapshotSchema, item);
      if (!parsed.success || parsed.output.time === undefined) {
        problems.push({ code: 'unexpected', path, expected: 'a snapshot' });
        continue;
      }
      const name = seriesName(seriesOf(parsed.output, series, source));
      const runs = groups.get(name) ?? [];
      runs.push(runOf(parsed.output, parsed.output.time));
      groups.set(name, runs);
    }
    if (groups.size > groupsLimit)
      return failed('unexpected', { path: '$', expected: 'snapshots' });
    return outcomeOf(
      [...groups].map(([name, runs]) => targetOf(name, runs, source)),
      problems,
    );
  });

type Listed = Readonly<{ item: unknown; path: string; series?: Series }>;

function* snapshotsIn(items: readonly unknown[]): Generator<Listed> {
  for (const [index, item] of items.entries()) {
    const path = `$[${index}]`;
    const group =
      isRecord(item) && 'group_key' in item ? v.safeParse(GroupSchema, item) : undefined;
    if (!group?.success) yield { item, path };
    else {
      const { group_key: series, snapshots } = group.output;
      for (const [at, one] of snapshots.entries()) {
        yield { item: one, path: `${path}.snapshots[${at}]`, series };
      }
    }
  }
}

/** Grouping from the co-op document, else from restic's own `--group-by`, else the default of `restic forget`. */
function seriesOf(snapshot: Snapshot, grouped: Series | undefined, source: BackupSource): Series {
  const { hostname, paths, tags } = snapshot;
  const { groupBy } = source;
  if (groupBy) {
    return {
      hostname: groupBy.includes('host') ? hostname : '',
      paths: groupBy.includes('paths') ? paths : [],
      tags: groupBy.includes('tags') ? tags : [],
    };
  }
  const series = grouped ?? { hostname, paths, tags: [] };
  return isContainerId(series.hostname) ? { ...series, hostname: '' } : series;
}

/** Docker's default host name is the start of the container id, which changes with each run. */
function isContainerId(hostname: string): boolean {
  return /^[0-9a-f]{12}$/.test(hostname);
}

/** Unique per series: ambiguous parts are quoted. */
function seriesName({ hostname, paths, tags }: Series): string {
  const where = listOf(paths);
  const host = hostname && quoted(hostname, /: |"/);
  const place = [host, where].filter((one) => one !== '').join(': ');
  const tagged = tags.length > 0 ? `[${listOf(tags)}]` : '';
  return [place, tagged].filter((one) => one !== '').join(' ') || 'restic';
}

function listOf(texts: readonly string[]): string {
  return [...new Set(texts)]
    .toSorted()
    .map((one) => quoted(one, /, |: | \[|\]$|"|^$/))
    .join(', ');
}

function quoted(text: string, ambiguous: RegExp): string {
  return ambiguous.test(text) ? JSON.stringify(text) : text;
}

function runOf({ summary }: Snapshot, atUtcMs: number): Run {
  const sizeBytes = summary?.total_bytes_processed ?? undefined;
  const isSize = sizeBytes !== undefined && sizeBytes >= 0;
  return { atUtcMs, ok: true, ...(isSize ? { sizeBytes } : {}) };
}

function targetOf(name: string, runs: readonly Run[], source: BackupSource): TargetReading {
  const runsSummary = summarizeRuns(runs, source);
  return {
    id: idOf(name),
    name: nameOf(name),
    tool: 'restic',
    ...runsSummary,
    retention: { heldDays: runsSummary.days?.length ?? 0 },
  };
}
