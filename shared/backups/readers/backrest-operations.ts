/**
 * Backrest's operations (`POST /v1.Backrest/GetOperations`; proto/v1/operations.proto): results of runs, checks,
 * pruning and restores. Protobuf JSON: zero and empty values are omitted, and 64-bit integers may be strings.
 */
import * as v from 'valibot';
import { given, textOf } from '../../feeds/fields.ts';
import type { SourceProblem, TargetReading } from '../reading.ts';
import { cut } from './names.ts';
import type { Run } from './parts.ts';
import { Int64 } from './parts.ts';

/** The newest 1000: some weeks of a co-op's plans. The answer starts with the oldest of them. */
export const operationsQuestion = '{"selector":{},"lastN":"1000"}';

/** For a file that contains all operations ever. */
const operationsLimit = 2000;

const optionalText = v.optional(v.string(), '');
/** The kind of an operation is given by which of these keys is present. */
const kind = v.optional(v.record(v.string(), v.unknown()));

const OperationSchema = v.object({
  repoId: optionalText,
  repoGuid: optionalText,
  planId: optionalText,
  /** Set for operations synced from another Backrest, whose plans may have the same names. */
  originalInstanceKeyid: optionalText,
  /** A number if the status is newer than the server's enum. */
  status: v.optional(v.union([v.string(), v.number()]), 'STATUS_UNKNOWN'),
  unixTimeStartMs: Int64,
  unixTimeEndMs: v.optional(Int64, 0),
  displayMessage: optionalText,
  operationBackup: v.optional(
    v.object({
      /** Stores no backup. */
      dryRun: v.optional(v.boolean(), false),
      lastStatus: v.optional(
        v.object({ summary: v.optional(v.object({ totalBytesProcessed: v.optional(Int64) })) }),
      ),
    }),
  ),
  operationCheck: kind,
  operationForget: kind,
  operationPrune: kind,
  operationRestore: kind,
});
export type Operation = v.InferOutput<typeof OperationSchema>;

export type Operations = Readonly<{
  all: readonly Operation[];
  problems: readonly SourceProblem[];
}>;

/** Sorted by start time; ids are in the order of scheduling. An invalid operation does not affect the others. */
export function readOperations(items: readonly unknown[]): Operations {
  const all: Operation[] = [];
  const problems: SourceProblem[] = [];
  const firstRead = Math.max(0, items.length - operationsLimit);
  for (const [at, item] of items.slice(firstRead).entries()) {
    const parsed = v.safeParse(OperationSchema, item);
    if (!parsed.success) {
      const path = `$.operations[${firstRead + at}]`;
      problems.push({ code: 'unexpected', path, expected: 'an operation' });
    } else if (!parsed.output.originalInstanceKeyid) all.push(parsed.output);
  }
  return { all: all.toSorted((a, b) => a.unixTimeStartMs - b.unixTimeStartMs), problems };
}

/** Pseudo-plans of Backrest: maintenance tasks, and snapshots without a plan. */
const noPlan = /^_.*_$/;

export function plansIn(operations: readonly Operation[]): readonly string[] {
  const planned = operations.filter((one) => one.operationBackup && !noPlan.test(one.planId));
  return [...new Set(planned.map(({ planId }) => planId))];
}

export type PlanReport = Readonly<
  Pick<TargetReading, 'check' | 'upkeep' | 'drill'> & {
    runs: readonly Run[];
    /** Start times of all its backup operations, including those that are not runs. */
    starts: ReadonlySet<number>;
    /** When the next run is due, or the current one was. */
    dueUtcMs?: number;
  }
>;

/** Report on a plan, and on the repository of its last backup, which other plans may share. */
export function planReport(operations: readonly Operation[], planId: string): PlanReport {
  const own = operations.filter((one) => one.planId === planId);
  const backups = own.filter((one) => one.operationBackup);
  const repo = repoOf(backups.at(-1));
  const ofRepo = repo === '' ? [] : operations.filter((one) => repoOf(one) === repo);
  const forgets = ofRepo.filter((one) => one.planId === planId || noPlan.test(one.planId));
  return {
    runs: backups.flatMap(runOf),
    starts: new Set(backups.map(({ unixTimeStartMs }) => unixTimeStartMs)),
    ...given('dueUtcMs', dueTime(backups)),
    ...given('check', lastOf(ofRepo, 'operationCheck')),
    ...given('upkeep', worse(lastOf(forgets, 'operationForget'), lastOf(ofRepo, 'operationPrune'))),
    ...given('drill', drillOf(own)),
  };
}

function repoOf(one: Operation | undefined): string {
  return one?.repoGuid || one?.repoId || '';
}

const unfinished: ReadonlySet<unknown> = new Set([
  'STATUS_PENDING',
  'STATUS_INPROGRESS',
  'STATUS_UNKNOWN',
]);

function isCancelled({ status }: Operation): boolean {
  return typeof status === 'string' && status.endsWith('_CANCELLED');
}

/** A partial backup (`STATUS_WARNING`) counts as failed, because files may be missing. */
function runOf(one: Operation): readonly Run[] {
  const { operationBackup: backup, unixTimeStartMs: atUtcMs, status } = one;
  if (!backup || backup.dryRun || unfinished.has(status)) return [];
  // A scheduled run can be cancelled before it starts, so there was no run.
  if (isCancelled(one) && one.unixTimeEndMs < atUtcMs) return [];
  if (status !== 'STATUS_SUCCESS') return [{ atUtcMs, ok: false, error: errorOf(one) }];
  const sizeBytes = backup.lastStatus?.summary?.totalBytesProcessed;
  return [{ atUtcMs, ok: true, ...given('sizeBytes', sizeBytes) }];
}

function errorOf({ displayMessage, status }: Operation): string {
  return (
    textOf(displayMessage, 300) ??
    cut(
      String(status)
        .replace(/^STATUS_/, '')
        .toLowerCase(),
    )
  );
}

/** The next run is scheduled only after the current one ends, so until then that end is due. */
function dueTime(backups: readonly Operation[]): number | undefined {
  const real = backups.filter(({ operationBackup }) => !operationBackup?.dryRun);
  const startOf = (status: string) => real.find((one) => one.status === status)?.unixTimeStartMs;
  return startOf('STATUS_PENDING') ?? startOf('STATUS_INPROGRESS');
}

/** Backrest's messages for operations interrupted by a shutdown or restart: inconclusive for a check or a restore. */
const cutShort = /was incomplete when orchestrator was restarted|cancellation or instance shutdown/;

type Proof = Readonly<{ atUtcMs: number; ok: boolean; error?: string }>;

function lastOf(
  operations: readonly Operation[],
  key: 'operationCheck' | 'operationForget' | 'operationPrune' | 'operationRestore',
): Proof | undefined {
  const last = operations.findLast(
    (one) =>
      one[key] &&
      !unfinished.has(one.status) &&
      !isCancelled(one) &&
      !(one.status === 'STATUS_ERROR' && cutShort.test(one.displayMessage)),
  );
  if (!last) return undefined;
  const atUtcMs = last.unixTimeEndMs || last.unixTimeStartMs;
  const ok = last.status === 'STATUS_SUCCESS';
  return { atUtcMs, ok, ...(ok ? {} : { error: errorOf(last) }) };
}

/** Forget and prune are separate operations; either may fail on its own. */
function worse(forget: Proof | undefined, prune: Proof | undefined): Proof | undefined {
  return forget && !forget.ok ? forget : (prune ?? forget);
}

/** Any restore counts as a drill. */
function drillOf(own: readonly Operation[]): TargetReading['drill'] {
  const last = lastOf(own, 'operationRestore');
  return last && { atUtcMs: last.atUtcMs, ok: last.ok };
}
