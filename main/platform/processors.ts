import { cpus } from 'node:os';

/** CPU time of all processors since the machine started, in ms. */
export function processorTimes(): Readonly<{ busy: number; idle: number }> {
  let busy = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { busy, idle };
}
