/** Repeatable randomness, in the forms that a day needs. */
import { createChance } from '../../servers/bbb/chance.ts';

export type Dice = Readonly<{
  /** From 0 to 1. */
  roll: () => number;
  /** True in `share` of all cases. */
  happens: (share: number) => boolean;
  /** An integer, both ends included. */
  between: (least: number, most: number) => number;
  /** Throws for an empty list. */
  pick: <T>(from: readonly T[]) => T;
  /** `count` of them, without repetition. */
  some: <T>(from: readonly T[], count: number) => readonly T[];
}>;

export function createDice(seed: number): Dice {
  const roll = createChance(seed);
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1));
  return {
    roll,
    happens: (share) => roll() < share,
    between,
    pick: (from) => {
      const [found] = from.slice(between(0, from.length - 1));
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    some: (from, count) => {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(between(0, left.length - 1), 1),
      ).flat();
    },
  };
}
