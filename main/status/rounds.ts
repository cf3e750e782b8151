/** When each service is checked: one timer a service, all of them stopped while the machine sleeps. */
import type { Clock } from '../platform/clock.ts';

export type Rounds = Readonly<{
  /** Checks `id` after `ms`; an earlier appointment of the same service is dropped. */
  schedule: (id: string, ms: number) => void;
  forget: (id: string) => void;
  clear: () => void;
}>;

export function createRounds(clock: Clock, check: (id: string) => void): Rounds {
  const appointments = new Map<string, () => void>();
  const forget = (id: string) => {
    appointments.get(id)?.();
    appointments.delete(id);
  };
  return {
    forget,
    schedule: (id, ms) => {
      forget(id);
      appointments.set(
        id,
        clock.after(ms, () => {
          appointments.delete(id);
          check(id);
        }),
      );
    },
    clear: () => {
      for (const cancel of appointments.values()) cancel();
      appointments.clear();
    },
  };
}

/** Spreads checks, so that a co-op's members and services do not all ask in the same second: ±10 %. */
export function jitter(ms: number, random: () => number): number {
  return ms * (0.9 + 0.2 * random());
}
