/** A backup that a GitHub workflow makes (`GET /repos/OWNER/REPO/actions/workflows/FILE/runs`), by its schedule or by hand. */
import * as v from 'valibot';
import type { BackupSource } from '../../coop/backups.ts';
import type { ReadSource, SourceProblem, TargetReading } from '../reading.ts';
import type { Reader } from './reader.ts';
import { cut } from './names.ts';
import type { Run } from './parts.ts';
import { Instant, failed, outcomeOf, readJson, runsTell } from './parts.ts';

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
  /** Of all runs; the answer holds the newest of them. */
  total_count: v.optional(v.unknown()),
  workflow_runs: v.array(v.unknown()),
});
type WorkflowRuns = v.InferOutput<typeof AnswerSchema>;

export const readGithubWorkflow: Reader = (text, source) =>
  readJson(text, AnswerSchema, (answer) => readRuns(answer, source));

/** It gives a hundred at the most. */
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
  // Where others fill the answer, or cannot be read, that there is no run of the backup is not known.
  const count = Math.max(given.length, typeof total === 'number' ? total : 0);
  const isWhole = problems.length === 0 && count <= items.length;
  const isSilent = runs.length === 0 && !isWhole;
  return outcomeOf([isSilent ? target : { ...target, ...runsTell(runs, source) }], problems);
}

/**
 * By whatever event: a run by hand makes a backup as well as one by the schedule. But one for a proposed change, or on a
 * branch other than that of the schedule, is a trial of the workflow.
 */
function backupsAmong(runs: readonly WorkflowRun[]): readonly WorkflowRun[] {
  const branch = runs.find((one) => one.event === 'schedule' && one.head_branch)?.head_branch;
  return runs.filter(
    (one) =>
      !/^(?:pull_request|merge_group)/.test(one.event ?? '') &&
      (!branch || !one.head_branch || one.head_branch === branch),
  );
}

/** What says nothing of the backup: the run did not take place, or is not over. */
const wordless = new Set(['skipped', 'neutral', 'action_required', 'stale']);

function runsOf(runs: readonly WorkflowRun[]): readonly Run[] {
  return runs.flatMap((run): readonly Run[] => {
    const atUtcMs = run.run_started_at ?? run.created_at;
    const { status, conclusion } = run;
    if (atUtcMs === undefined || status !== 'completed' || !conclusion) return [];
    if (wordless.has(conclusion)) return [];
    if (conclusion === 'success') return [{ atUtcMs, ok: true }];
    return [{ atUtcMs, ok: false, error: cut(conclusion) }];
  });
}
