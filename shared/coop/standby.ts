/** What takes a service's place while it is down, and how old its data are, as the co-op document says it. */
import * as v from 'valibot';
import type { Problem } from '../snapshot.ts';
import { isJsonPath, pathLimit } from './json-path.ts';
import type { KnownService } from './parse.ts';
import { ServiceReference } from './parts.ts';
import { remedy, says } from './remedy.ts';
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

/** Leaves out a standby that is no other service; `pathOf` is where a service of that id stands in the document. */
export function withSoundStandbys(
  services: readonly KnownService[],
  pathOf: (serviceId: string) => string,
): Readonly<{ services: readonly KnownService[]; problems: readonly Problem[] }> {
  const known = new Set(services.map(({ service }) => service.id));
  const problems: Problem[] = [];
  const sound = services.map((one) => {
    const { standby, ...service } = one.service;
    if (!standby || (known.has(standby.service) && standby.service !== service.id)) return one;
    problems.push({
      path: `${pathOf(service.id)}.standby.service`,
      ...remedy('other-service', { got: standby.service }),
    });
    return { ...one, service };
  });
  return { services: sound, problems };
}
