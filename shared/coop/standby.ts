/** What replaces a service while it is down, and how old its data may be, as the co-op document says. */
import * as v from 'valibot';
import { isJsonPath, pathLimit } from './json-path.ts';
import { ServiceReference } from './parts.ts';
import { says } from './remedy.ts';
import { WebAddress } from './web.ts';

export const FreshnessSchema = v.object({
  /** Answers with JSON that says when the standby's data were taken. */
  url: WebAddress,
  /** JSONPath to that time: ISO 8601 with its offset, or seconds or milliseconds since 1970. */
  path: v.pipe(v.string(), v.maxLength(pathLimit), v.check(isJsonPath, says('json-path'))),
  /** Older data are offered as too old; in seconds. */
  maxAgeS: v.pipe(v.number(), v.minValue(60), v.maxValue(366 * 86_400)),
});
export type FreshnessSource = v.InferOutput<typeof FreshnessSchema>;

export const StandbySchema = v.object({
  /** The service that stands by; it has its own entry, probe and page. */
  service: ServiceReference,
  freshness: v.optional(FreshnessSchema),
});
export type Standby = v.InferOutput<typeof StandbySchema>;
