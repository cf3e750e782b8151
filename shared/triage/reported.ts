import * as v from 'valibot';
import { UtcMs } from '../time/utc-ms.ts';

/** What the co-op itself reports about a service; shown beside its verdict. */
export const ReportedSchema = v.object({
  state: v.picklist(['degraded', 'down', 'maintenance']),
  text: v.string(),
  saidAtUtcMs: UtcMs,
  sinceUtcMs: v.optional(UtcMs),
});
export type Reported = Readonly<v.InferOutput<typeof ReportedSchema>>;
