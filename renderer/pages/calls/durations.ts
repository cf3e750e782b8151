/** A test from joining to leaving, in s; it measures for 20. */
const testS = 26;
/** How many times a comparison tests each server. */
const rounds = 2;

/** How long a comparison takes, in s. */
export function durationS(instances: number): number {
  return instances * rounds * testS;
}
