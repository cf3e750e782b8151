/**
 * Backrest's operations (`POST /v1.Backrest/GetOperations`; proto/v1/operations.proto): what became of each run, check,
 * clearing away and restore. Protobuf as JSON: what is zero or empty is left out, and whole numbers may be text.
 */
import * as v from 'valibot';
import { given, textOf } from '../../feeds/fields.ts';
import type { SourceProblem, TargetReading } from '../reading.ts';
import { cut } from './names.ts';
import type { Run } from './parts.ts';
import { Int64 } from './parts.ts';

/** The newest so many: some weeks of a co-op's plans. Its answer begins with the oldest of them. */
export const operationsQuestion = '{"selector":{},"lastN":"1000"}';

/** Of a file that holds all that there ever were. */
const operationsLimit = 2000;

const words = v.optional(v.string(), '');
/** Of which kind an operation is, its key says. */
const kind = v.optional(v.record(v.string(), v.unknown()));

const OperationSchema = v.object({
  repoId: words,
  repoGuid: words,
  planId: words,
  /** Another Backrest has sent it: its plans may be called as ours. */
  originalInstanceKeyid: words,
  /** A status that is younger than the server's own list is a number. */
  status: v.optional(v.union([v.string(), v.number()]), 'STATUS_UNKNOWN'),
  unixTimeStartMs: Int64,
  unixTimeEndMs: v.optional(Int64, 0),
  displayMessage: words,
  operationBackup: v.optional(
    v.object({
      /** Nothing is kept of it. */
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

/** The newest, by when they began: their ids are in the order of their planning. An odd one costs no other. */
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

/** What Backrest calls plans, and what are none: its own chores, and snapshots that nobody planned. */
const noPlan = /^_.*_$/;

export function plansIn(operations: readonly Operation[]): readonly string[] {
  const planned = operations.filter((one) => one.operationBackup && !noPlan.test(one.planId));
  return [...new Set(planned.map(({ planId }) => planId))];
}

export type PlanTold = Readonly<
  Pick<TargetReading, 'check' | 'upkeep' | 'drill'> & {
    runs: readonly Run[];
    /** The starts of all its operations, also of those that are no runs. */
    starts: ReadonlySet<number>;
    /** When the next run is due, or when the one that goes on was. */
    dueUtcMs?: number;
  }
>;

/** Of one plan, and of the repository that it last went to: other plans may share that. */
export function planTold(operations: readonly Operation[], planId: string): PlanTold {
  const own = operations.filter((one) => one.planId === planId);
  const backups = own.filter((one) => one.operationBackup);
  const repo = repoOf(backups.at(-1));
  const ofRepo = repo === '' ? [] : operations.filter((one) => repoOf(one) === repo);
  const forgets = ofRepo.filter((one) => one.planId === planId || noPlan.test(one.planId));
  return {
    runs: backups.flatMap(runOf),
    starts: new Set(backups.map(({ unixTimeStartMs }) => unixTimeStartMs)),
    ...given('dueUtcMs', dueOf(backups)),
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

/** A partial backup (`STATUS_WARNING`) is none: nobody can say that all is there. */
function runOf(one: Operation): readonly Run[] {
  const { operationBackup: backup, unixTimeStartMs: atUtcMs, status } = one;
  if (!backup || backup.dryRun || unfinished.has(status)) return [];
  // The next run can be cancelled before it begins: then there was none.
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

/** While a run goes on, the next one is not planned yet: what is awaited is its end. */
function dueOf(backups: readonly Operation[]): number | undefined {
  const real = backups.filter(({ operationBackup }) => !operationBackup?.dryRun);
  const startOf = (status: string) => real.find((one) => one.status === status)?.unixTimeStartMs;
  return startOf('STATUS_PENDING') ?? startOf('STATUS_INPROGRESS');
}

/** Backrest's own words for what was cut short by its end or a restart: of a check or a restore that says nothing. */
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

/** Forgetting and pruning are two: that the one goes well does not mean that the other does. */
function worse(forget: Proof | undefined, prune: Proof | undefined): Proof | undefined {
  return forget && !forget.ok ? forget : (prune ?? forget);
}

/** Whoever restores something, for practice or in need, has tried it. */
function drillOf(own: readonly Operation[]): TargetReading['drill'] {
  const last = lastOf(own, 'operationRestore');
  return last && { atUtcMs: last.atUtcMs, ok: last.ok };
}
