/** Runs every worst case in its own thread, with limited memory and its own CPU time. */
import { parentPort } from 'node:worker_threads';
import { worstCases } from './worst-cases.ts';

/** The best of this many runs counts: the first also compiles the code, and garbage collection adds time. */
const tries = 5;

export type Report = Readonly<{ name: string; cpuMs?: number }>;

function send(report: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(report);
}

for (const [name, prepare] of Object.entries(worstCases)) {
  // Reported before it begins, so that a case that hangs is known by name.
  send({ name });
  const step = prepare();
  const spent = Array.from({ length: tries }, () => {
    const begun = process.threadCpuUsage();
    step();
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / 1000;
  });
  send({ name, cpuMs: Math.min(...spent) });
}
