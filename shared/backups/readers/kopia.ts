/** Kopia's server (`GET /api/v1/control/sources`): the last and next snapshot of each source. */
import * as v from 'valibot';
import type { TargetReading } from '../reading.ts';
import type { Reader } from './reader.ts';
import { cut, idOf, nameOf } from './names.ts';
import { Instant, readItems, readJson } from './parts.ts';

const count = v.optional(v.number(), 0);

const SnapshotSchema = v.object({
  startTime: Instant,
  endTime: Instant,
  /** Why it is incomplete; empty if complete. */
  incomplete: v.optional(v.string(), ''),
  stats: v.optional(v.object({ totalSize: v.optional(v.number()), errorCount: count })),
  rootEntry: v.nullish(
    v.object({
      summ: v.nullish(v.object({ size: v.optional(v.number()), numFailed: count })),
    }),
  ),
});
const SourceSchema = v.object({
  source: v.object({ userName: v.string(), host: v.string(), path: v.string() }),
  status: v.nullish(v.string()),
  schedule: v.nullish(v.object({ intervalSeconds: v.nullish(v.number()) })),
  lastSnapshot: v.nullish(SnapshotSchema),
  nextSnapshotTime: Instant,
});
type Snapshot = v.InferOutput<typeof SnapshotSchema>;

export const readKopia: Reader = (text) =>
  readJson(text, v.object({ sources: v.nullable(v.array(v.unknown())) }), ({ sources }) =>
    readItems(sources ?? [], '$.sources', SourceSchema, targetOf),
  );

function targetOf({
  source: { userName, host, path },
  status,
  schedule,
  lastSnapshot,
  nextSnapshotTime,
}: v.InferOutput<typeof SourceSchema>): TargetReading {
  return {
    id: idOf(`${userName}@${host}:${path}`),
    name: nameOf(`${host}: ${path}`),
    tool: 'kopia',
    // Kopia lists snapshots, so there are none.
    ...(lastSnapshot ? readSnapshot(lastSnapshot, status === 'UPLOADING') : { days: [] }),
    ...(nextSnapshotTime === undefined ? {} : { nextExpectedUtcMs: nextSnapshotTime }),
    ...(schedule?.intervalSeconds ? { everyS: schedule.intervalSeconds } : {}),
  };
}

function readSnapshot(snapshot: Snapshot, isUploading: boolean): Partial<TargetReading> {
  const atUtcMs = snapshot.endTime ?? snapshot.startTime;
  if (atUtcMs === undefined) return {};
  const summary = snapshot.rootEntry?.summ;
  const errors = Math.max(snapshot.stats?.errorCount ?? 0, summary?.numFailed ?? 0);
  const sizeBytes = summary?.size ?? snapshot.stats?.totalSize;
  // A checkpoint of a running upload: it has not failed, and the previous snapshot is not reported.
  if (snapshot.incomplete === 'checkpoint' && isUploading) return { lastAttempt: { atUtcMs } };
  if (snapshot.incomplete || errors > 0) {
    const error = snapshot.incomplete ? `incomplete: ${snapshot.incomplete}` : `${errors} errors`;
    return { lastAttempt: { atUtcMs, ok: false, error: cut(error) } };
  }
  return {
    lastAttempt: { atUtcMs, ok: true },
    lastSuccessUtcMs: atUtcMs,
    ...(sizeBytes === undefined ? {} : { sizeBytes }),
  };
}
