/** A test from the first page to the last goodbye, in s: 20 of it measure. */
const testS = 26;
/** In a comparison, each server is tested so many times. */
const rounds = 2;

/** How long a comparison takes, in s. */
export function durationS(instances: number): number {
  return instances * rounds * testS;
}
