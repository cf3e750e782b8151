/** Repeatable random numbers, and packet loss at an exact rate. */

/** Uniform numbers from 0 to 1, the same for the same seed (mulberry32). */
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
 * Decides for each packet whether it is lost. Each block of 50, one second of sound, loses as many as the rate says, at
 * random places; fractions carry over. So a figure over some seconds differs from the rate only by where measuring
 * starts and ends, not by chance.
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
 * Burst loss after Gilbert and Elliott: the line alternates between passing everything and losing everything, each for
 * a number of packets on average. Over some seconds the share that is lost is random.
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
