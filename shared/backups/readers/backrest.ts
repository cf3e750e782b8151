/** Backrest's dashboard (`POST /v1.Backrest/GetSummaryDashboard`): each plan with its runs of the last weeks. */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import type { TargetReading } from '../reading.ts';
import type { Reader } from './index.ts';
import { cut, idOf, nameOf } from './names.ts';
import type { Run } from './parts.ts';
import { Int64, failed, readItems, readJson, runsTell } from './parts.ts';
import { shortList } from '../../short-list.ts';

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
      status: v.optional(shortList(v.string(), runsLimit), []),
    }),
    {},
  ),
});
type Plan = v.InferOutput<typeof PlanSchema>;

const AnswerSchema = v.object({
  planSummaries: v.optional(v.array(v.unknown())),
  /** Never empty on a server that runs. */
  configPath: v.optional(v.unknown()),
});

export const readBackrest: Reader = (text, source) =>
  readJson(text, AnswerSchema, ({ planSummaries, configPath }) => {
    // Anything could have said `{}`.
    if (!planSummaries && configPath === undefined) return failed('no-targets');
    const plans = planSummaries ?? [];
    return readItems(plans, '$.planSummaries', PlanSchema, (plan) => targetOf(plan, source));
  });

function targetOf(plan: Plan, source: BackupSource): TargetReading {
  const { nextBackupTimeMs, protectedBytes } = plan;
  return {
    id: idOf(plan.id),
    name: nameOf(plan.id),
    tool: 'restic',
    ...runsTell(runsOf(plan), source),
    ...(nextBackupTimeMs > 0 ? { nextExpectedUtcMs: nextBackupTimeMs } : {}),
    ...(protectedBytes === undefined ? {} : { sizeBytes: protectedBytes }),
  };
}

/** Runs that are over. A status that nobody knows yet is a failure: it is not the one that says success. */
function runsOf({ recentBackups: { timestampMs, status } }: Plan): readonly Run[] {
  return timestampMs.flatMap((atUtcMs, index): readonly Run[] => {
    const word = status[index] ?? 'STATUS_UNKNOWN';
    if (word === 'STATUS_PENDING' || word === 'STATUS_INPROGRESS') return [];
    if (word === 'STATUS_SUCCESS') return [{ atUtcMs, ok: true }];
    // A warning means that some files could not be read: nobody can say that all is there.
    return [{ atUtcMs, ok: false, error: cut(word.replace(/^STATUS_/, '').toLowerCase()) }];
  });
}
