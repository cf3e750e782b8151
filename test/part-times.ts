/** How long the parts of a run take, and how busy they keep the processors: where time can be saved. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

export type PartTimes = Readonly<{
  /** Runs a part, which must wait for the programs that it starts. */
  measure: <T>(name: string, run: () => T) => T;
  /** A line each: its name, its seconds, and its share of all processors, where the system tells. */
  lines: () => readonly string[];
}>;

export function createPartTimes(): PartTimes {
  const lines: string[] = [];
  return {
    measure: (name, run) => {
      const [begunMs, busyBeforeS] = [performance.now(), busyOfChildrenS()];
      const result = run();
      const [tookS, busyS] = [(performance.now() - begunMs) / 1000, busyOfChildrenS()];
      lines.push(`${name}: ${tookS.toFixed(0)} s${share(busyS, busyBeforeS, tookS)}`);
      return result;
    },
    lines: () => lines,
  };
}

function share(busyS: number | undefined, beforeS: number | undefined, tookS: number): string {
  if (busyS === undefined || beforeS === undefined || tookS === 0) return '';
  const percent = ((busyS - beforeS) / tookS / availableParallelism()) * 100;
  return `, ${percent.toFixed(0)} % of ${availableParallelism()} processors`;
}

/** Linux counts in hundredths. */
const ticksPerS = 100;

/** Processor time of all programs that have ended and were waited for, with theirs; undefined except on Linux. */
function busyOfChildrenS(): number | undefined {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // After the name, which may hold anything: state, ppid, …, utime, stime, cutime, cstime.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) / ticksPerS;
  } catch {
    return undefined;
  }
}
