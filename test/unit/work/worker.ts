/** Runs every worst case in a thread of its own, whose memory is limited and whose time is its own. */
import { parentPort } from 'node:worker_threads';
import { worstCases } from './worst-cases.ts';

/** The best of so many tries counts: the first also reads the code and tidies the memory. */
const tries = 5;

export type Told = Readonly<{ name: string; cpuMs?: number }>;

function tell(told: Told): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(told);
}

for (const [name, prepare] of Object.entries(worstCases)) {
  // Told before it begins, so that one which does not end is known by its name.
  tell({ name });
  const step = prepare();
  const spent = Array.from({ length: tries }, () => {
    const begun = process.threadCpuUsage();
    step();
    const { user, system } = process.threadCpuUsage(begun);
    return (user + system) / 1000;
  });
  tell({ name, cpuMs: Math.min(...spent) });
}
