/** The number of targets per state, and of sources that tell nothing now, for compact displays. Pure. */
import * as v from 'valibot';
import type { Verdict } from '../observation/observation.ts';
import type { BackupState, BackupsState } from './view.ts';
import { findingCodes } from './view.ts';

export const BackupsSummarySchema = v.object({
  bad: v.number(),
  unknown: v.number(),
  warning: v.number(),
  good: v.number(),
  /** Sources that cannot be read now; absent if all can. */
  unreadable: v.optional(v.number()),
  /** Sources whose first reading is still to come; absent if there are none. */
  awaited: v.optional(v.number()),
  /** The worst backup, and what is the matter with it; absent if all are OK, or what cannot be read is worse. */
  worst: v.optional(v.object({ name: v.string(), code: v.picklist(findingCodes) })),
  /** Whom the document says to ask about backups; absent if it names nobody. */
  people: v.optional(v.array(v.string())),
});
export type BackupsSummary = Readonly<v.InferOutput<typeof BackupsSummarySchema>>;

export function summariseBackups({
  targets,
  sources,
  restore,
}: Pick<BackupsState, 'targets' | 'sources' | 'restore'>): BackupsSummary {
  const count = (state: BackupState) => targets.filter((one) => one.state === state).length;
  const unreadable = sources.filter(({ problem }) => problem).length;
  const awaited = sources.filter(
    ({ problem, readAtUtcMs }) => !problem && readAtUtcMs === undefined,
  ).length;
  const summary = {
    bad: count('bad'),
    unknown: count('unknown'),
    warning: count('warning'),
    good: count('good'),
    ...(unreadable > 0 ? { unreadable } : {}),
    ...(awaited > 0 ? { awaited } : {}),
    ...(restore ? { people: restore.people } : {}),
  };
  const state = worstState(summary);
  const worst = state === 'good' ? undefined : targets.find((one) => one.state === state);
  if (!worst) return summary;
  const code = worst.findings[0]?.code ?? 'nothing-known';
  return { ...summary, worst: { name: worst.name, code } };
}

/**
 * The state of all backups together, for every place that shows one: the worst. A source that cannot be read counts as
 * an unknown backup. Undefined while it may still be that all are OK.
 */
export function worstState({
  bad,
  unknown,
  unreadable = 0,
  warning,
  good,
  awaited = 0,
}: BackupsSummary): BackupState | undefined {
  if (bad > 0) return 'bad';
  if (unknown + unreadable > 0) return 'unknown';
  if (warning > 0) return 'warning';
  return good > 0 && awaited === 0 ? 'good' : undefined;
}

/** Backups have the looks of services. */
export const verdictOfBackups: Readonly<Record<BackupState, Verdict>> = {
  bad: 'down',
  unknown: 'unknown',
  warning: 'degraded',
  good: 'up',
};
