/**
 * Duplicati's reports of each run (`--send-http-url` with `--send-http-result-output-format=Json`), published as a file
 * by the receiver: a single report, or a list in the order received.
 */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import { given, textOf } from '../../feeds/fields.ts';
import type { ReadSource, SourceProblem, TargetReading } from '../reading.ts';
import { realTime, stampOf } from './duplicati-time.ts';
import { idOf, nameOf } from './names.ts';
import type { Run } from './parts.ts';
import { Instant, Int64, readItems, summarizeRuns, withProblems } from './parts.ts';

const optionalText = v.nullish(v.string(), '');
const flag = v.nullish(v.boolean(), false);

const ReportSchema = v.object({
  /** May be empty if the run ended with an exception. */
  Data: v.nullish(
    v.object({
      MainOperation: optionalText,
      ParsedResult: optionalText,
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
  /** Before 2.1, contains only the operation and the backup. */
  Extra: v.object({
    OperationName: optionalText,
    ParsedResult: optionalText,
    'backup-name': optionalText,
    'backup-id': optionalText,
    'machine-id': optionalText,
    'machine-name': optionalText,
    'next-scheduled-run': optionalText,
  }),
  Exception: optionalText,
});
type Report = v.InferOutput<typeof ReportSchema>;

/** A report with its derived values. */
type ParsedReport = Readonly<{
  report: Report;
  /** `backup`, `restore`, `test` or other. */
  operation: string;
  result: string;
  /** Undefined if the report has no time. */
  atUtcMs?: number;
}>;

const NamedSchema = v.object({ id: v.string() });

/** Years of nightly runs; for a longer list, the newest are used. */
const reportsLimit = 2000;

export function readReports(
  items: readonly unknown[],
  source: BackupSource,
  nowUtcMs: number,
): ReadSource {
  const targets = new Map<string, ParsedReport[]>();
  const problems: SourceProblem[] = [];
  const firstRead = Math.max(0, items.length - reportsLimit);
  for (const [at, item] of items.slice(firstRead).entries()) {
    const report = v.safeParse(ReportSchema, item);
    if (!report.success) {
      problems.push({ code: 'unexpected', path: `$[${firstRead + at}]`, expected: 'a report' });
      continue;
    }
    const id = JSON.stringify(identityOf(report.output));
    targets.set(id, targets.get(id) ?? []);
    targets.get(id)?.push(parseReport(report.output));
  }
  const named = [...targets.keys()].map((id) => ({ id }));
  const read = readItems(named, '$: backup', NamedSchema, ({ id }) =>
    targetOf(id, targets.get(id) ?? [], source, nowUtcMs),
  );
  return withProblems(read, problems);
}

/** Includes the machine, because backup names may be the same on several machines. */
function identityOf({ Extra: extra }: Report): readonly string[] {
  const machine = extra['machine-id'] || extra['machine-name'] || '';
  return [machine, extra['backup-id'] ?? '', extra['backup-name'] ?? ''];
}

function parseReport(report: Report): ParsedReport {
  const { Data: data, Extra: extra } = report;
  return {
    report,
    operation: (data?.MainOperation || extra.OperationName || '').toLowerCase(),
    result: data?.ParsedResult || extra.ParsedResult || '',
    // Some versions never set the end, which is then in the year 1.
    ...given('atUtcMs', realTime(data?.BeginTime) ?? realTime(data?.EndTime)),
  };
}

function targetOf(
  id: string,
  all: readonly ParsedReport[],
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
    ...(runs.length > 0 ? summarizeRuns(runs, source) : {}),
    ...(last ? nextOf(last) : {}),
    ...given('check', lastProof(all, 'test')),
    ...given('drill', drillOf(all)),
  };
}

function nameFor(extra: Report['Extra'] | undefined): string {
  const parts = [extra?.['machine-name'], extra?.['backup-name']].filter(Boolean);
  return nameOf(parts.join(': ') || 'duplicati');
}

/** Without a time, a failure counts as current, but a success is ignored. */
function runOf(parsed: ParsedReport, isLast: boolean, nowUtcMs: number): readonly Run[] {
  const error = errorOf(parsed);
  const { atUtcMs = error !== undefined && isLast ? nowUtcMs : undefined } = parsed;
  if (atUtcMs === undefined) return [];
  if (error !== undefined) return [{ atUtcMs, ok: false, error }];
  return [
    {
      atUtcMs,
      ok: true,
      ...given('sizeBytes', parsed.report.Data?.SizeOfExaminedFiles ?? undefined),
    },
  ];
}

/** A reported success may have skipped files, and most warnings do not affect the backup. */
function errorOf({
  report: { Data: data, Exception: exception },
  result,
}: ParsedReport): string | undefined {
  if (exception) return textOf(exception, 300) ?? 'error';
  if (data?.Interrupted) return 'interrupted';
  if (data?.PartialBackup) return 'partial';
  if (data?.FilesWithError) return `${data.FilesWithError} files with errors`;
  const isGood = result === 'Success' || result === 'Warning';
  return isGood ? undefined : result.slice(0, 100).toLowerCase() || 'no result';
}

/** The next run, as scheduled when this one started. */
function nextOf({
  report,
  atUtcMs,
}: ParsedReport): Pick<TargetReading, 'nextExpectedUtcMs' | 'everyS'> {
  const nextExpectedUtcMs = stampOf(report.Extra['next-scheduled-run']);
  if (nextExpectedUtcMs === undefined) return {};
  if (atUtcMs === undefined) return { nextExpectedUtcMs };
  return { nextExpectedUtcMs, everyS: Math.max(0, nextExpectedUtcMs - atUtcMs) / 1000 };
}

/** Interrupted operations, and those with warnings, prove nothing either way. */
function lastProof(
  all: readonly ParsedReport[],
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

/** A restore without any files is also reported as a success, so it does not count. */
function drillOf(all: readonly ParsedReport[]): TargetReading['drill'] {
  const last = lastProof(
    all.filter(({ report }) => report.Data?.RestoredFiles !== 0 || report.Exception),
    'restore',
  );
  return last && { atUtcMs: last.atUtcMs, ok: last.ok };
}
