/**
 * The reports that Duplicati sends of each run (`--send-http-url` with `--send-http-result-output-format=Json`), published as
 * a file by whatever receives them: one, or a list of them in the order of their coming.
 */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import { given, textOf } from '../../feeds/fields.ts';
import type { ReadSource, SourceProblem, TargetReading } from '../reading.ts';
import { realTime, stampOf } from './duplicati-time.ts';
import { idOf, nameOf } from './names.ts';
import type { Run } from './parts.ts';
import { Instant, Int64, readItems, runsTell, withProblems } from './parts.ts';

const words = v.nullish(v.string(), '');
const flag = v.nullish(v.boolean(), false);

const ReportSchema = v.object({
  /** Of a run that ended by an exception it may hold nothing. */
  Data: v.nullish(
    v.object({
      MainOperation: words,
      ParsedResult: words,
      BeginTime: Instant,
      EndTime: Instant,
      Interrupted: flag,
      PartialBackup: flag,
      Dryrun: flag,
      FilesWithError: v.nullish(v.number(), 0),
      RestoredFiles: v.nullish(v.number()),
      SizeOfExaminedFiles: v.nullish(Int64),
    }),
    {},
  ),
  /** Before 2.1 it names nothing but the operation and the backup. */
  Extra: v.object({
    OperationName: words,
    ParsedResult: words,
    'backup-name': words,
    'backup-id': words,
    'machine-id': words,
    'machine-name': words,
    'next-scheduled-run': words,
  }),
  Exception: words,
});
type Report = v.InferOutput<typeof ReportSchema>;

/** What a report comes to. */
type Told = Readonly<{
  report: Report;
  /** `backup`, `restore`, `test`, or whatever else was done. */
  operation: string;
  result: string;
  /** Undefined where it does not say when it was. */
  atUtcMs?: number;
}>;

const NamedSchema = v.object({ id: v.string() });

/** Years of a nightly run; of a longer list the end counts. */
const reportsLimit = 2000;

export function readReports(
  items: readonly unknown[],
  source: BackupSource,
  nowUtcMs: number,
): ReadSource {
  const targets = new Map<string, Told[]>();
  const problems: SourceProblem[] = [];
  const firstRead = Math.max(0, items.length - reportsLimit);
  for (const [at, item] of items.slice(firstRead).entries()) {
    const parsed = v.safeParse(ReportSchema, item);
    if (!parsed.success) {
      problems.push({ code: 'unexpected', path: `$[${firstRead + at}]`, expected: 'a report' });
      continue;
    }
    const id = JSON.stringify(identityOf(parsed.output));
    targets.set(id, targets.get(id) ?? []);
    targets.get(id)?.push(toldBy(parsed.output));
  }
  const named = [...targets.keys()].map((id) => ({ id }));
  const read = readItems(named, '$: backup', NamedSchema, ({ id }) =>
    targetOf(id, targets.get(id) ?? [], source, nowUtcMs),
  );
  return withProblems(read, problems);
}

/** Of two machines the backups may be called the same. */
function identityOf({ Extra: extra }: Report): readonly string[] {
  const machine = extra['machine-id'] || extra['machine-name'] || '';
  return [machine, extra['backup-id'] ?? '', extra['backup-name'] ?? ''];
}

function toldBy(report: Report): Told {
  const { Data: data, Extra: extra } = report;
  return {
    report,
    operation: (data?.MainOperation || extra.OperationName || '').toLowerCase(),
    result: data?.ParsedResult || extra.ParsedResult || '',
    // Some versions never wrote the end: it is of the year 1.
    ...given('atUtcMs', realTime(data?.BeginTime) ?? realTime(data?.EndTime)),
  };
}

function targetOf(
  id: string,
  all: readonly Told[],
  source: BackupSource,
  nowUtcMs: number,
): TargetReading {
  const backups = all.filter(
    ({ operation, report }) => operation === 'backup' && !report.Data?.Dryrun,
  );
  const last = backups.at(-1);
  const runs = backups.flatMap((one) => runOf(one, one === last, nowUtcMs));
  return {
    id: idOf(id),
    name: nameFor(all.at(-1)?.report.Extra),
    tool: 'duplicati',
    ...(runs.length > 0 ? runsTell(runs, source) : {}),
    ...(last ? nextOf(last) : {}),
    ...given('check', proofOf(all, 'test')),
    ...given('drill', drillOf(all)),
  };
}

function nameFor(extra: Report['Extra'] | undefined): string {
  const parts = [extra?.['machine-name'], extra?.['backup-name']].filter(Boolean);
  return nameOf(parts.join(': ') || 'duplicati');
}

/** That it failed is news of today where it does not say when; that it went well is not. */
function runOf(told: Told, isLast: boolean, nowUtcMs: number): readonly Run[] {
  const error = errorOf(told);
  const { atUtcMs = error !== undefined && isLast ? nowUtcMs : undefined } = told;
  if (atUtcMs === undefined) return [];
  if (error !== undefined) return [{ atUtcMs, ok: false, error }];
  return [
    {
      atUtcMs,
      ok: true,
      ...given('sizeBytes', told.report.Data?.SizeOfExaminedFiles ?? undefined),
    },
  ];
}

/** What is called a success may have left files out, and a warning is of many things that leave nothing out. */
function errorOf({
  report: { Data: data, Exception: exception },
  result,
}: Told): string | undefined {
  if (exception) return textOf(exception, 300) ?? 'error';
  if (data?.Interrupted) return 'interrupted';
  if (data?.PartialBackup) return 'partial';
  if (data?.FilesWithError) return `${data.FilesWithError} files with errors`;
  const isGood = result === 'Success' || result === 'Warning';
  return isGood ? undefined : result.slice(0, 100).toLowerCase() || 'no result';
}

/** The next run as it was planned when this one began. */
function nextOf({ report, atUtcMs }: Told): Pick<TargetReading, 'nextExpectedUtcMs' | 'everyS'> {
  const nextExpectedUtcMs = stampOf(report.Extra['next-scheduled-run']);
  if (nextExpectedUtcMs === undefined) return {};
  if (atUtcMs === undefined) return { nextExpectedUtcMs };
  return { nextExpectedUtcMs, everyS: Math.max(0, nextExpectedUtcMs - atUtcMs) / 1000 };
}

/** Where it was stopped, or came to doubts, nothing is proved either way. */
function proofOf(
  all: readonly Told[],
  operation: string,
): Readonly<{ atUtcMs: number; ok: boolean; error?: string }> | undefined {
  const last = all.findLast(
    (one) =>
      one.operation === operation &&
      one.atUtcMs !== undefined &&
      !one.report.Data?.Interrupted &&
      (one.report.Exception || one.result !== 'Warning'),
  );
  if (last?.atUtcMs === undefined) return undefined;
  const error = errorOf(last);
  return { atUtcMs: last.atUtcMs, ok: error === undefined, ...given('error', error) };
}

/** A restore that found nothing to do is called a success too. */
function drillOf(all: readonly Told[]): TargetReading['drill'] {
  const last = proofOf(
    all.filter(({ report }) => report.Data?.RestoredFiles !== 0 || report.Exception),
    'restore',
  );
  return last && { atUtcMs: last.atUtcMs, ok: last.ok };
}
