/**
 * Backrest: its dashboard (`POST /v1.Backrest/GetSummaryDashboard`) names the plans with their runs of the last weeks, and
 * its operations say what became of them. Each can be read without the other.
 */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import { given } from '../../feeds/fields.ts';
import { clockSkewMs } from '../target-context.ts';
import type { ReadSource, TargetReading } from '../reading.ts';
import type { PlanTold } from './backrest-operations.ts';
import { planTold, plansIn, readOperations } from './backrest-operations.ts';
import type { Reader } from './reader.ts';
import { cut, idOf, nameOf } from './names.ts';
import type { Run } from './parts.ts';
import { Int64, failed, readItems, readJson, runsTell, withProblems } from './parts.ts';
import { shortList } from '../../lists/short-list.ts';

/** Runs of one plan: it tells of some weeks. */
const runsLimit = 500;

/** What is empty or zero is left out of its answers. */
const PlanSchema = v.object({
  id: v.string(),
  nextBackupTimeMs: v.optional(Int64, 0),
  protectedBytes: v.optional(Int64),
  recentBackups: v.optional(
    v.object({
      timestampMs: v.optional(shortList(Int64, runsLimit), []),
      /** A status that is younger than the server's own list is a number. */
      status: v.optional(shortList(v.union([v.string(), v.number()]), runsLimit), []),
    }),
    {},
  ),
  /** Days, the oldest first: whether the last good one was too long ago by the plan's own schedule. Since 1.14. */
  historyLast30days: v.optional(
    v.array(v.object({ timestampMs: Int64, overdue: v.optional(v.boolean(), false) })),
    [],
  ),
});
type Plan = v.InferOutput<typeof PlanSchema>;

const AnswerSchema = v.object({
  planSummaries: v.optional(v.array(v.unknown())),
  /** Never empty on a server that runs. */
  configPath: v.optional(v.unknown()),
  /** Where the document names the operations themselves. */
  operations: v.optional(v.array(v.unknown())),
});
const NamedSchema = v.object({ id: v.string() });
const OperationsSchema = v.object({ operations: v.optional(v.array(v.unknown()), []) });

export const readBackrest: Reader = (text, source, nowUtcMs, besides = {}) =>
  readJson(text, AnswerSchema, ({ planSummaries, configPath, operations }) => {
    if (operations) return readAlone(operations, source);
    // Anything could have said `{}`.
    if (!planSummaries && configPath === undefined) return failed('no-targets');
    const plans = planSummaries ?? [];
    const beside = besides['operations'];
    if (beside === undefined) return readPlans(plans, [], source, nowUtcMs);
    return readJson(beside, OperationsSchema, (answer) =>
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
    targetOf(plan, planTold(all, plan.id), source, nowUtcMs),
  );
  return withProblems(read, problems);
}

function readAlone(items: readonly unknown[], source: BackupSource): ReadSource {
  const { all, problems } = readOperations(items);
  const plans = plansIn(all).map((id) => ({ id }));
  const read = readItems(plans, '$.operations: plan', NamedSchema, ({ id }) => {
    const told = planTold(all, id);
    // They are the newest few of all plans: one that is not among them may have run before.
    const runs = told.runs.length > 0 ? runsTell(told.runs, source) : {};
    return { ...namedOf(id, told), ...runs };
  });
  return withProblems(read, problems);
}

function namedOf(
  id: string,
  { dueUtcMs, check, upkeep, drill }: Omit<PlanTold, 'runs' | 'starts'>,
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

/** The dashboard takes a dry run for a backup; where the operations tell of a run, theirs is the word. */
function targetOf(
  plan: Plan,
  told: PlanTold,
  source: BackupSource,
  nowUtcMs: number,
): TargetReading {
  const { nextBackupTimeMs: next, protectedBytes } = plan;
  const others = runsOf(plan, nowUtcMs).filter(({ atUtcMs }) => !told.starts.has(atUtcMs));
  const dueUtcMs = overdueSince(plan) ?? (next > 0 ? next : (told.dueUtcMs ?? underWay(plan)));
  return {
    ...namedOf(plan.id, { ...told, ...given('dueUtcMs', dueUtcMs) }),
    ...runsTell([...others, ...told.runs], source),
    ...given('sizeBytes', protectedBytes),
  };
}

/** Runs that are over. A status that nobody knows yet is a failure: it is not the one that says success. */
function runsOf(
  { recentBackups: { timestampMs, status } }: Plan,
  nowUtcMs: number,
): readonly Run[] {
  return timestampMs.flatMap((atUtcMs, index): readonly Run[] => {
    const word = String(status[index] ?? 'STATUS_UNKNOWN');
    if (word === 'STATUS_PENDING' || word === 'STATUS_INPROGRESS') return [];
    if (word === 'STATUS_SUCCESS') return [{ atUtcMs, ok: true }];
    // The next run can be cancelled before it begins: then there was none.
    if (word.endsWith('_CANCELLED') && atUtcMs > nowUtcMs + clockSkewMs) return [];
    // A warning means that some files could not be read: nobody can say that all is there.
    return [{ atUtcMs, ok: false, error: cut(word.replace(/^STATUS_/, '').toLowerCase()) }];
  });
}

/** The next one may be to come all the same: Backrest plans it from now on. */
function overdueSince({ historyLast30days: days }: Plan): number | undefined {
  const lastGood = days.findLastIndex(({ overdue }) => !overdue);
  return days[lastGood + 1]?.timestampMs;
}

/** The start of a run that goes on: the next one is planned when it is over. */
function underWay({ recentBackups: { timestampMs, status } }: Plan): number | undefined {
  return timestampMs.find((_, index) => status[index] === 'STATUS_INPROGRESS');
}
