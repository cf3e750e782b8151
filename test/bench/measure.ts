/** Memory and CPU of a process tree, read from /proc. */
import { readFileSync, readdirSync } from 'node:fs';

/** Kernel ticks per second: fixed on Linux for everything user space sees. */
const ticksPerSecond = 100;

/** The process and its descendants. */
export function treeOf(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const pid of readdirSync('/proc').map(Number).filter(Boolean)) {
    const parent = Number(statOf(pid)?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** Proportional set size: shared pages count once for the tree. In MiB. */
export function pssMiB(root: number): number {
  return rollUp(root, 'Pss');
}

/** Memory of the tree that no file backs, so that the system cannot take it back without swapping. In MiB. */
export function anonMiB(root: number): number {
  return rollUp(root, 'Pss_Anon');
}

/** CPU time that the tree has used so far, in ms. Processes that have exited are counted by their parents. */
export function cpuMs(root: number): number {
  const ticks = treeOf(root).map((pid) => sum((statOf(pid)?.slice(11, 13) ?? []).map(Number)));
  return (sum(ticks) * 1000) / ticksPerSecond;
}

/** Resident memory of one process, including shared pages. In MiB. */
export function rssMiB(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(read(pid, 'status'))?.[1] ?? NaN) / 1024;
}

export function renderers(root: number): readonly number[] {
  return treeOf(root).filter((pid) => read(pid, 'cmdline').includes('--type=renderer'));
}

function rollUp(root: number, field: 'Pss' | 'Pss_Anon'): number {
  const line = new RegExp(`^${field}:\\s+(\\d+)`, 'm');
  return (
    sum(treeOf(root).map((pid) => Number(line.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0))) / 1024
  );
}

/** Fields of /proc/PID/stat from the state on; the name before may contain any character. */
function statOf(pid: number): string[] | undefined {
  return read(pid, 'stat').split(') ').at(-1)?.split(' ');
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // Exited meanwhile.
    return '';
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}

/** Measures both alternately, so that a machine that slows down does so for both. In ms. */
export async function inTurn(
  runs: number,
  takes: Readonly<{ empty: () => Promise<number>; ours: () => Promise<number> }>,
  log: (line: string) => void,
): Promise<Readonly<{ empty: readonly number[]; ours: readonly number[] }>> {
  const empty: number[] = [];
  const ours: number[] = [];
  for (let run = 1; run <= runs; run += 1) {
    empty.push(await takes.empty());
    ours.push(await takes.ours());
    log(
      `run ${run}: empty ${round(empty.at(-1) ?? NaN, 0)} ms, Coop Tray ${round(ours.at(-1) ?? NaN, 0)} ms`,
    );
  }
  return { empty, ours };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/** The value below which `percent` of the values lie, interpolated between the two nearest. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = ((sorted.length - 1) * percent) / 100;
  const [below = NaN, above = below] = sorted.slice(Math.floor(at), Math.floor(at) + 2);
  return below + (above - below) * (at % 1);
}

export function round(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

/** For the duration of a measurement, not to wait for a condition. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
