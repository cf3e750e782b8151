/** A backup made by a GitHub workflow (`GET /repos/OWNER/REPO/actions/workflows/FILE/runs`), scheduled or manual. */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import type { ReadSource, SourceProblem, TargetReading } from '../reading.ts';
import type { Reader } from './reader.ts';
import { cut } from './names.ts';
import type { Run } from './parts.ts';
import { Instant, failed, outcomeOf, readJson, summarizeRuns } from './parts.ts';

const RunSchema = v.object({
  status: v.nullish(v.string()),
  conclusion: v.nullish(v.string()),
  event: v.nullish(v.string()),
  head_branch: v.nullish(v.string()),
  run_started_at: Instant,
  created_at: Instant,
});
type WorkflowRun = v.InferOutput<typeof RunSchema>;

const AnswerSchema = v.object({
  /** Number of all runs; the answer contains only the newest. */
  total_count: v.optional(v.unknown()),
  workflow_runs: v.array(v.unknown()),
});
type WorkflowRuns = v.InferOutput<typeof AnswerSchema>;

export const readGithubWorkflow: Reader = (text, source) =>
  readJson(text, AnswerSchema, (answer) => readRuns(answer, source));

/** GitHub returns at most a hundred. */
const runsLimit = 1000;

function readRuns(
  { workflow_runs: given, total_count: total }: WorkflowRuns,
  source: BackupSource,
): ReadSource {
  const problems: SourceProblem[] = [];
  const items = given.slice(0, runsLimit);
  const known = items.flatMap((item, index) => {
    const parsed = v.safeParse(RunSchema, item);
    if (parsed.success) return [parsed.output];
    problems.push({ code: 'unexpected', path: `$.workflow_runs[${index}]`, expected: 'a run' });
    return [];
  });
  if (known.length === 0 && items.length > 0) return failed('unexpected', problems[0]);
  const runs = runsOf(backupsAmong(known));
  const target: TargetReading = { id: 'workflow', name: source.name, tool: 'github' };
  // If the answer is incomplete or partly unreadable, the backup may have run nevertheless.
  const count = Math.max(given.length, typeof total === 'number' ? total : 0);
  const isWhole = problems.length === 0 && count <= items.length;
  const isUnknown = runs.length === 0 && !isWhole;
  return outcomeOf([isUnknown ? target : { ...target, ...summarizeRuns(runs, source) }], problems);
}

/**
 * Any event counts, because a manual run also makes a backup. Runs for pull requests, or on a branch other than the
 * schedule's, are tests of the workflow.
 */
function backupsAmong(runs: readonly WorkflowRun[]): readonly WorkflowRun[] {
  const branch = runs.find((one) => one.event === 'schedule' && one.head_branch)?.head_branch;
  return runs.filter(
    (one) =>
      !/^(?:pull_request|merge_group)/.test(one.event ?? '') &&
      (!branch || !one.head_branch || one.head_branch === branch),
  );
}

/** Inconclusive: the run was skipped or is not finished. */
const inconclusive = new Set(['skipped', 'neutral', 'action_required', 'stale']);

function runsOf(runs: readonly WorkflowRun[]): readonly Run[] {
  return runs.flatMap((run): readonly Run[] => {
    const atUtcMs = run.run_started_at ?? run.created_at;
    const { status, conclusion } = run;
    if (atUtcMs === undefined || status !== 'completed' || !conclusion) return [];
    if (inconclusive.has(conclusion)) return [];
    if (conclusion === 'success') return [{ atUtcMs, ok: true }];
    return [{ atUtcMs, ok: false, error: cut(conclusion) }];
  });
}
