/** The number of targets per state, for compact displays. Pure. */
import * as v from 'valibot';
import type { BackupState, BackupsState } from './view.ts';

export const BackupsSummarySchema = v.object({
  bad: v.number(),
  unknown: v.number(),
  warning: v.number(),
  good: v.number(),
});
export type BackupsSummary = Readonly<v.InferOutput<typeof BackupsSummarySchema>>;

/** Counts each source that was never read successfully as one unknown target. */
export function summariseBackups({
  targets,
  sources,
}: Pick<BackupsState, 'targets' | 'sources'>): BackupsSummary {
  const count = (state: BackupState) => targets.filter((one) => one.state === state).length;
  const silent = sources.filter((one) => one.problem && one.readAtUtcMs === undefined).length;
  return {
    bad: count('bad'),
    unknown: count('unknown') + silent,
    warning: count('warning'),
    good: count('good'),
  };
}
