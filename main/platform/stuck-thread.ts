/** Calls that have not returned, for the whole process. */
const stuckCalls = new Set<object>();
const end = () => void process.kill(process.pid, 'SIGKILL');

/**
 * On exit, Node joins its pool and worker threads, so a native call that never returns would keep the app from ending.
 * Until the returned function is called, the process kills itself on exit; by then everything else is shut down.
 */
export function endDespiteStuckThread(): () => void {
  const call = {};
  if (stuckCalls.size === 0) process.on('exit', end);
  stuckCalls.add(call);
  return () => {
    stuckCalls.delete(call);
    if (stuckCalls.size === 0) process.off('exit', end);
  };
}

/** The same for a call that usually returns immediately: it counts as stuck after `stuckAfterMs`. */
export function endDespiteSlowCall(stuckAfterMs: number): () => void {
  let release = () => {};
  const timer = setTimeout(() => (release = endDespiteStuckThread()), stuckAfterMs);
  // This timer alone must not keep the process alive.
  timer.unref();
  return () => {
    clearTimeout(timer);
    release();
  };
}
