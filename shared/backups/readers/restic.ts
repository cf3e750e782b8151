/**
 * The output of `restic snapshots --json`, also with `--group-by`, published as a file: what is kept, in series. A run
 * that failed leaves nothing here, so a failure shows as a day that is missing.
 */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import type { SourceProblem, TargetReading } from '../reading.ts';
import type { Reader } from './reader.ts';
import { idOf, nameOf } from './names.ts';
import type { Run } from './parts.ts';
import { Instant, failed, outcomeOf, readJson, runsTell } from './parts.ts';
import { isRecord } from '../../json.ts';
import { firstOf } from '../../lists/first.ts';
import { shortList } from '../../lists/short-list.ts';

/** Folders, or tags, of one snapshot. */
const wordsLimit = 1000;
const words = v.nullish(shortList(v.string(), wordsLimit), []);
const SnapshotSchema = v.object({
  time: Instant,
  hostname: v.nullish(v.string(), ''),
  paths: shortList(v.string(), wordsLimit),
  tags: words,
  /** Since restic 0.17. */
  summary: v.nullish(v.object({ total_bytes_processed: v.nullish(v.number()) })),
});
type Snapshot = v.InferOutput<typeof SnapshotSchema>;

/** What of a snapshot says of which series it is; empty is what does not count. */
const SeriesSchema = v.object({ hostname: v.nullish(v.string(), ''), paths: words, tags: words });
type Series = v.InferOutput<typeof SeriesSchema>;

const GroupSchema = v.object({
  group_key: SeriesSchema,
  snapshots: v.nullish(v.array(v.unknown()), []),
});

/** Of an empty repository some versions write `null`. */
const AnswerSchema = v.nullable(v.array(v.unknown()));

/** More are no backups of a co-op: each run would be of a folder of its own. */
const groupsLimit = 200;
/** Hourly ones of a year; more would hold up the app. */
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

/** By the co-op document, or else as restic was told to group them, or else as `restic forget` does by itself. */
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
  return isOfContainer(series.hostname) ? { ...series, hostname: '' } : series;
}

/** Docker calls a container by the beginning of its id, and the container of the next run is another. */
function isOfContainer(hostname: string): boolean {
  return /^[0-9a-f]{12}$/.test(hostname);
}

/** Of one series only: what could be taken for more, or for less, is in quotation marks. */
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

function quoted(text: string, unclear: RegExp): string {
  return unclear.test(text) ? JSON.stringify(text) : text;
}

function runOf({ summary }: Snapshot, atUtcMs: number): Run {
  const sizeBytes = summary?.total_bytes_processed ?? undefined;
  const isSize = sizeBytes !== undefined && sizeBytes >= 0;
  return { atUtcMs, ok: true, ...(isSize ? { sizeBytes } : {}) };
}

function targetOf(name: string, runs: readonly Run[], source: BackupSource): TargetReading {
  const told = runsTell(runs, source);
  return {
    id: idOf(name),
    name: nameOf(name),
    tool: 'restic',
    ...told,
    retention: { heldDays: told.days?.length ?? 0 },
  };
}
