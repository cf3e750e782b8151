/**
 * When each service is checked. Checks that are due at about the same time ride together: one waking up for many costs
 * a fraction of a waking up for each, and that is most of what an idle app uses. All stop while the machine sleeps.
 */
import type { Clock } from '../../platform/clock.ts';

export type Rounds = Readonly<{
  /** Checks `id` after `ms`, exactly; an earlier appointment of the same service is dropped. */
  schedule: (id: string, ms: number) => void;
  /** Checks `id` after about `ms`: up to a tenth sooner, together with others, and never later. */
  scheduleAbout: (id: string, ms: number) => void;
  clear: () => void;
}>;

type Round = { readonly atMs: number; readonly ids: Set<string>; readonly cancel: () => void };

/** More services than this in one round would be felt by whoever uses the machine. */
const ridersAtMost = 25;
/**
 * How much sooner than its time a check may be made, as a part of its interval. Never later: how soon a failure is
 * seen is what the interval promises.
 */
const slack = 0.1;

/** `random` spreads the rounds, so that a co-op's members do not all ask in the same second. */
export function createRounds(
  parts: Readonly<{ clock: Clock; random: () => number; check: (id: string) => void }>,
): Rounds {
  const { clock } = parts;
  const rounds = new Set<Round>();
  const places = new Map<string, Round>();

  const join = (id: string, round: Round) => {
    round.ids.add(id);
    places.set(id, round);
  };
  const leave = (id: string) => {
    const round = places.get(id);
    places.delete(id);
    if (!round?.ids.delete(id) || round.ids.size > 0) return;
    round.cancel();
    rounds.delete(round);
  };
  const begin = (id: string, ms: number) => {
    const round: Round = {
      atMs: clock.monotonicMs() + ms,
      ids: new Set(),
      cancel: clock.after(ms, () => {
        rounds.delete(round);
        for (const one of round.ids) places.delete(one);
        for (const one of round.ids) parts.check(one);
      }),
    };
    rounds.add(round);
    join(id, round);
  };

  return {
    schedule: (id, ms) => {
      leave(id);
      begin(id, ms);
    },
    scheduleAbout: (id, ms) => {
      leave(id);
      const dueMs = clock.monotonicMs() + ms;
      for (const round of rounds) {
        const soonerMs = dueMs - round.atMs;
        const isNear = soonerMs >= 0 && soonerMs <= ms * slack;
        if (round.ids.size < ridersAtMost && isNear) return join(id, round);
      }
      // The middle of the throw is the time itself; both ends are sooner.
      begin(id, ms * (1 - slack * Math.abs(2 * parts.random() - 1)));
    },
    clear: () => {
      for (const round of rounds) round.cancel();
      rounds.clear();
      places.clear();
    },
  };
}
