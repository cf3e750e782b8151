/** A backup that a GitHub workflow makes by its schedule (`GET /repos/OWNER/REPO/actions/workflows/FILE/runs`). */
import * as v from 'valibot';
import { lenientArray } from '../../lenient-array.ts';
import type { Reader } from './index.ts';
import type { Run } from './parts.ts';
import { Instant, cut, outcomeOf, readJson, runsTell } from './parts.ts';

const RunSchema = v.object({
  status: v.nullish(v.string()),
  conclusion: v.nullish(v.string()),
  run_started_at: Instant,
  created_at: Instant,
});
type WorkflowRun = v.InferOutput<typeof RunSchema>;

export const readGithubWorkflow: Reader = (text, source) =>
  readJson(
    text,
    v.object({ workflow_runs: lenientArray(RunSchema) }),
    ({ workflow_runs: runs }) => {
      const odd = { code: 'unexpected', path: '$.workflow_runs', expected: 'runs' } as const;
      if (runs.items.length === 0 && runs.dropped > 0) return outcomeOf([], [odd]);
      const told = runsTell(runsOf(runs.items), source);
      return outcomeOf(
        [{ id: 'workflow', name: source.name, tool: 'github', ...told }],
        runs.dropped > 0 ? [odd] : [],
      );
    },
  );

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
