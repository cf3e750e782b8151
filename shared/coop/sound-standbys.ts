import type { Problem } from './problem.ts';
import { remedy } from './remedy.ts';
import type { KnownService } from './service.ts';

/** Drops references to an unknown standby, or to the service itself. `pathOf` is a service's path in the document. */
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
