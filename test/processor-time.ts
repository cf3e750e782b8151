/** Processor time that the calling thread has had, in ms. What else the machine does is not in it, as it is in a clock. */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
