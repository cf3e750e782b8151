/**
 * How an earlier run of the app ended, by the mark that it has left: it writes one when it begins, and removes it when it
 * is asked to end. Pure.
 */
import * as v from 'valibot';
import { UtcMs } from '../time/utc-ms.ts';

const Id = v.pipe(v.string(), v.maxLength(100));

/** Where a run takes place; fields that the system does not tell are missing. */
const PlaceSchema = v.object({
  /** Changes whenever the machine starts. */
  boot: v.exactOptional(Id),
  /** Changes whenever the member logs in. */
  session: v.exactOptional(Id),
});
export type RunPlace = Readonly<v.InferOutput<typeof PlaceSchema>>;

export const RunMarkSchema = v.object({
  ...PlaceSchema.entries,
  begunUtcMs: UtcMs,
  version: v.pipe(v.string(), v.maxLength(40)),
});
export type RunMark = Readonly<v.InferOutput<typeof RunMarkSchema>>;

/**
 * `machine`: it lost its power, or was shut down faster than the app could end. `session`: the member logged out, which
 * may end the display before the app is asked. `unknown`: the system does not tell these from a crash.
 */
export type RunEnd = 'crashed' | 'machine' | 'session' | 'unknown';

export function howEnded(mark: RunPlace, now: RunPlace): RunEnd {
  if (mark.boot === undefined || now.boot === undefined) return 'unknown';
  if (mark.boot !== now.boot) return 'machine';
  return mark.session === now.session ? 'crashed' : 'session';
}
