/**
 * Backrest: the dashboard (`POST /v1.Backrest/GetSummaryDashboard`) lists plans with their runs of the last weeks; the
 * operations give the results. Either is usable without the other.
 */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import { given } from '../../feeds/fields.ts';
import { clockSkewMs } from '../target-context.ts';
import type { ReadSource, TargetReading } from '../reading.ts';
import type { PlanReport } from './backrest-operations.ts';
import { planReport, plansIn, readOperations } from './backrest-operations.ts';
import type { Reader } from './reader.ts';
import { cut, idOf, nameOf } from './names.ts';
import type { Run } from './parts.ts';
import { Int64, failed, readItems, readJson, summarizeRuns, withProblems } from './parts.ts';
import { shortList } from '../../lists/short-list.ts';

/** Maximum runs per plan; the dashboard covers some weeks. */
const runsLimit = 500;

/** Answers omit empty and zero values. */
const PlanSchema = v.object({
  id: v.string(),
  nextBackupTimeMs: v.optional(Int64, 0),
  protectedBytes: v.optional(Int64),
  recentBackups: v.optional(
    v.object({
      timestampMs: v.optional(shortList(Int64, runsLimit), []),
      /** A number if the status is newer than the server's enum. */
      status: v.optional(shortList(v.union([v.string(), v.number()]), runsLimit), []),
    }),
    {},
  ),
  /**
   * Days, oldest first: whether the last successful run was too long ago by the plan's schedule. Since Backrest 1.14.
   */
  historyLast30days: v.optional(
    v.array(v.object({ timestampMs: Int64, overdue: v.optional(v.boolean(), false) })),
    [],
  ),
});
type Plan = v.InferOutput<typeof PlanSchema>;

const AnswerSchema = v.object({
  planSummaries: v.optional(v.array(v.unknown())),
  /** Never empty on a running server. */
  configPath: v.optional(v.unknown()),
  /** Present if the document gives the URL of the operations. */
  operations: v.optional(v.array(v.unknown())),
});
const NamedSchema = v.object({ id: v.string() });
const OperationsSchema = v.object({ operations: v.optional(v.array(v.unknown()), []) });

export const readBackrest: Reader = (text, source, nowUtcMs, followUps = {}) =>
  readJson(text, AnswerSchema, ({ planSummaries, configPath, operations }) => {
    if (operations) return readOperationsOnly(operations, source);
    // `{}` could be from any server.
    if (!planSummaries && configPath === undefined) return failed('no-targets');
    const plans = planSummaries ?? [];
    const operationsText = followUps['operations'];
    if (operationsText === undefined) return readPlans(plans, [], source, nowUtcMs);
    return readJson(operationsText, OperationsSchema, (answer) =>
      readPlans(plans, answer.operations, source, nowUtcMs),
    );
  });

function readPlans(
  plans: readonly unknown[],
  items: readonly unknown[],
  source: BackupSource,
  nowUtcMs: number,
): ReadSource {
  const { all, problems } = readOperations(items);
  const read = readItems(plans, '$.planSummaries', PlanSchema, (plan) =>
    targetOf(plan, planReport(all, plan.id), source, nowUtcMs),
  );
  return withProblems(read, problems);
}

function readOperationsOnly(items: readonly unknown[], source: BackupSource): ReadSource {
  const { all, problems } = readOperations(items);
  const plans = plansIn(all).map((id) => ({ id }));
  const read = readItems(plans, '$.operations: plan', NamedSchema, ({ id }) => {
    const report = planReport(all, id);
    // Only the newest operations are included, so a plan without any may have run before.
    const runs = report.runs.length > 0 ? summarizeRuns(report.runs, source) : {};
    return { ...namedOf(id, report), ...runs };
  });
  return withProblems(read, problems);
}

function namedOf(
  id: string,
  { dueUtcMs, check, upkeep, drill }: Omit<PlanReport, 'runs' | 'starts'>,
): TargetReading {
  return {
    id: idOf(id),
    name: nameOf(id),
    tool: 'restic',
    ...given('nextExpectedUtcMs', dueUtcMs),
    ...given('check', check),
    ...given('upkeep', upkeep),
    ...given('drill', drill),
  };
}

/** The dashboard counts dry runs as backups, so runs from the operations take precedence. */
function targetOf(
  plan: Plan,
  report: PlanReport,
  source: BackupSource,
  nowUtcMs: number,
): TargetReading {
  const { nextBackupTimeMs: next, protectedBytes } = plan;
  const others = runsOf(plan, nowUtcMs).filter(({ atUtcMs }) => !report.starts.has(atUtcMs));
  const dueUtcMs =
    overdueSince(plan) ?? (next > 0 ? next : (report.dueUtcMs ?? currentRunStart(plan)));
  return {
    ...namedOf(plan.id, { ...report, ...given('dueUtcMs', dueUtcMs) }),
    ...summarizeRuns([...others, ...report.runs], source),
    ...given('sizeBytes', protectedBytes),
  };
}

/** Finished runs. An unknown status counts as failed. */
function runsOf(
  { recentBackups: { timestampMs, status } }: Plan,
  nowUtcMs: number,
): readonly Run[] {
  return timestampMs.flatMap((atUtcMs, index): readonly Run[] => {
    const statusName = String(status[index] ?? 'STATUS_UNKNOWN');
    if (statusName === 'STATUS_PENDING' || statusName === 'STATUS_INPROGRESS') return [];
    if (statusName === 'STATUS_SUCCESS') return [{ atUtcMs, ok: true }];
    // A scheduled run can be cancelled before it starts, so there was no run.
    if (statusName.endsWith('_CANCELLED') && atUtcMs > nowUtcMs + clockSkewMs) return [];
    // A warning means that some files could not be read.
    return [{ atUtcMs, ok: false, error: cut(statusName.replace(/^STATUS_/, '').toLowerCase()) }];
  });
}

/** The first overdue day. The next run is no indication, because Backrest schedules it from now on. */
function overdueSince({ historyLast30days: days }: Plan): number | undefined {
  const lastGood = days.findLastIndex(({ overdue }) => !overdue);
  return days[lastGood + 1]?.timestampMs;
}

/** Start of the current run; the next one is scheduled when it ends. */
function currentRunStart({ recentBackups: { timestampMs, status } }: Plan): number | undefined {
  return timestampMs.find((_, index) => status[index] === 'STATUS_INPROGRESS');
}
