/** Runs every worst case in its own thread, with limited memory and its own CPU time. */
import { parentPort } from 'node:worker_threads';
import { stepMs } from './limits.ts';
import { cpuMsOf, reference, slowness } from './slowness.ts';
import { worstCases } from './worst-cases.ts';

/**
 * The best of this many runs counts, or the first within the limit: the first also compiles the code, garbage collection
 * adds time, and a machine that others use too is slower for seconds.
 */
const tries = 25;

export type Report = Readonly<{ name: string; cpuMs?: number }>;

function send(report: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(report);
}

for (const [name, prepare] of Object.entries(worstCases)) {
  // Reported before it begins, so that a case that hangs is known by name.
  send({ name });
  const step = prepare();
  let cpuMs = Infinity;
  let referenceMs = Infinity;
  for (let run = 0; run < tries && cpuMs >= stepMs; run += 1) {
    // In turn, so that both meet the machine when it is fast.
    referenceMs = Math.min(referenceMs, cpuMsOf(reference));
    cpuMs = Math.min(cpuMs, cpuMsOf(step));
  }
  send({ name, cpuMs: cpuMs < stepMs ? cpuMs : cpuMs / slowness(referenceMs) });
}
