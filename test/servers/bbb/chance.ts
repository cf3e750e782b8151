/** Chance that can be repeated, and loss that keeps exactly to its rate. */

/** Even numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const blockSize = 50;

/**
 * Says for each packet whether it is lost. Of every block of 50, one second of sound, as many are lost as the rate asks
 * for, at random places; what does not come out even is carried on. So a figure of some seconds differs from the rate by
 * where the measuring starts and ends, not by luck.
 */
export function createLoss(chance: () => number): (rate: number) => boolean {
  let block: boolean[] = [];
  let blockRate = 0;
  let carried = 0;
  return (rate) => {
    if (rate !== blockRate) {
      block = [];
      carried = 0;
      blockRate = rate;
    }
    if (block.length === 0) {
      carried += rate * blockSize;
      const lost = Math.floor(carried + 1e-9);
      carried -= lost;
      block = shuffled(
        Array.from({ length: blockSize }, (_, at) => at < lost),
        chance,
      );
    }
    return block.pop() ?? false;
  };
}

/**
 * Loss in bursts, as Gilbert and Elliott have it: a line that is good, and passes everything, turns bad, and loses everything,
 * for so many packets on average. Over some seconds the share that is lost is a matter of luck.
 */
export function createBurstLoss(
  chance: () => number,
): (rate: number, meanPackets: number) => boolean {
  let isBad = false;
  return (rate, meanPackets) => {
    const recovers = 1 / meanPackets;
    const fails = (recovers * rate) / (1 - rate);
    isBad = isBad ? chance() >= recovers : chance() < fails;
    return isBad;
  };
}

function shuffled<T>(items: readonly T[], chance: () => number): T[] {
  return items
    .map((item) => ({ item, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
