/** A test from joining to leaving, in s, of which it measures for 20. */
const testS = 26;
/** A comparison tests each server this many times. */
const rounds = 2;

export function durationS(instances: number): number {
  return instances * rounds * testS;
}
