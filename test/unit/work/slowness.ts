/** How slow the machine is at this moment. */

/** What `reference` takes, in ms of CPU time, on a machine that the limits are meant for. */
const usualMs = 64;

/** 1 on a machine that is as fast as the limits want it, or faster; 2 on one that is half as fast. */
export function slowness(referenceMs: number): number {
  return Math.max(1, referenceMs / usualMs);
}

/** As `slowness`, at this moment. */
export function slownessNow(): number {
  return slowness(Math.min(...Array.from({ length: 3 }, () => cpuMsOf(reference))));
}

/** In ms, of the thread alone. */
export function cpuMsOf(work: () => void): number {
  const begun = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000;
}

/** Some systems count CPU time in ticks of 4 ms: a single round would be a few of them. */
const rounds = 4;

/** Numbers, texts, memory and comparisons, as in any work on data. */
export function reference(): void {
  for (let round = 0; round < rounds; round += 1) {
    let mixed = round;
    const texts: string[] = [];
    for (let at = 0; at < 400_000; at += 1) {
      mixed = (mixed * 31 + at) | 0;
      if (at % 8 === 0) texts.push(`${mixed}`);
    }
    texts.sort();
  }
}
