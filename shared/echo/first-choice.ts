/** Which server of the echo test is selected at first. Pure. */
import type { Verdict } from '../observation/observation.ts';
import type { EchoState, InstanceView, Result } from './state.ts';

type Choice = Pick<EchoState, 'instances' | 'results'>;

/** Ids of the servers whose service is known to be down. */
export function downServers(
  instances: readonly InstanceView[],
  services: readonly Readonly<{ id: string; verdict: Verdict }>[],
): readonly string[] {
  const down = new Set(services.filter(({ verdict }) => verdict === 'down').map(({ id }) => id));
  return instances
    .filter(({ serviceId }) => serviceId !== undefined && down.has(serviceId))
    .map(({ id }) => id);
}

/**
 * The one that was tested last, which is likely the one for the next call; but another one if it is known to be down
 * or poor, and the other is not. `down` are the ids of those that are down.
 */
export function firstChoice(
  { instances, results }: Choice,
  down: readonly string[],
): string | undefined {
  const own = results.filter(({ taken }) => !taken);
  const lastOf = (id: string) => own.find(({ instance }) => instance.id === id);
  const isFine = ({ id }: InstanceView) => !down.includes(id) && !isPoor(lastOf(id));
  const usual = instances.find(({ id }) => id === own[0]?.instance.id) ?? instances[0];
  if (!usual || isFine(usual)) return usual?.id;
  return (instances.find(isFine) ?? usual).id;
}

/** A poor result of which the member's own side is the cause says nothing about the server. */
function isPoor(result: Result | undefined): boolean {
  const { quality, blame } = result?.verdict ?? {};
  return (quality === 'poor' || quality === 'failed') && blame !== 'you';
}
