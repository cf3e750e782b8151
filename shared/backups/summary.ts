/** The number of targets per state, and of sources that tell nothing now, for compact displays. Pure. */
import * as v from 'valibot';
import type { BackupState, BackupsState } from './view.ts';

export const BackupsSummarySchema = v.object({
  bad: v.number(),
  unknown: v.number(),
  warning: v.number(),
  good: v.number(),
  /** Sources that cannot be read now; absent if all can. */
  unreadable: v.optional(v.number()),
  /** Sources whose first reading is still to come; absent if there are none. */
  awaited: v.optional(v.number()),
});
export type BackupsSummary = Readonly<v.InferOutput<typeof BackupsSummarySchema>>;

export function summariseBackups({
  targets,
  sources,
}: Pick<BackupsState, 'targets' | 'sources'>): BackupsSummary {
  const count = (state: BackupState) => targets.filter((one) => one.state === state).length;
  const unreadable = sources.filter(({ problem }) => problem).length;
  const awaited = sources.filter(
    ({ problem, readAtUtcMs }) => !problem && readAtUtcMs === undefined,
  ).length;
  return {
    bad: count('bad'),
    unknown: count('unknown'),
    warning: count('warning'),
    good: count('good'),
    ...(unreadable > 0 ? { unreadable } : {}),
    ...(awaited > 0 ? { awaited } : {}),
  };
}
