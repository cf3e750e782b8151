/** The `standby` of a service: its replacement during an outage, and how old its data may be. */
import * as v from 'valibot';
import { isJsonPath, pathLimit } from './json-path.ts';
import { ServiceReference } from './parts.ts';
import { says } from './remedy.ts';
import { WebAddress } from './web.ts';

const FreshnessSchema = v.object({
  /** Returns JSON with the time of the standby's data. */
  url: WebAddress,
  /** JSONPath of that time: ISO 8601 with offset, or seconds or milliseconds since 1970. */
  path: v.pipe(v.string(), v.maxLength(pathLimit), v.check(isJsonPath, says('json-path'))),
  /** In seconds; older data are marked as stale. */
  maxAgeS: v.pipe(v.number(), v.minValue(60), v.maxValue(366 * 86_400)),
});
export type FreshnessSource = v.InferOutput<typeof FreshnessSchema>;

export const StandbySchema = v.object({
  /** The standby service, which has its own entry, probe and page. */
  service: ServiceReference,
  freshness: v.optional(FreshnessSchema),
});
export type Standby = v.InferOutput<typeof StandbySchema>;
