import type { AskedPlace, LaneName } from '../../../shared/status/lanes.ts';
import { speaksFor } from '../../../shared/status/lanes.ts';
import type { Observation } from '../../../shared/observation/observation.ts';
import type { Clock } from '../../platform/clock.ts';

export type SlotRequest = Readonly<{
  id: string;
  lane: LaneName;
  place: AskedPlace;
  /** Limit of each phase of the check, in ms. */
  timeoutMs: number;
}>;

type Waiting = Readonly<{ request: SlotRequest }>;

/** Which waiting checks are answered by one that got no response from the same place. */
export function createSharedAnswers(clock: Pick<Clock, 'monotonicMs'>) {
  /** When a place last answered, by `clock.monotonicMs()`. */
  const answeredAtMs = new Map<string, number>();
  /** Counts how often the line was restored. */
  let line = 0;
  return {
    begin: (request: SlotRequest) => {
      const sinceMs = clock.monotonicMs();
      const begunOn = line;
      return <T extends Waiting>(seen: Observation, others: readonly T[]): readonly T[] => {
        const { key } = request.place;
        if (seen.silentAt !== key) {
          if (key !== undefined) answeredAtMs.set(key, clock.monotonicMs());
          return [];
        }
        const lastMs = answeredAtMs.get(seen.silentAt ?? '') ?? Number.NEGATIVE_INFINITY;
        if (begunOn !== line || lastMs >= sinceMs) return [];
        return others.filter((other) => speaksFor(seen, request, other.request));
      };
    },
    renew: () => {
      line += 1;
    },
  };
}
