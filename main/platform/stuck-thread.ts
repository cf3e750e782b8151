/** What is out now. Of the process, as its end is. */
const out = new Set<object>();
const end = () => void process.kill(process.pid, 'SIGKILL');

/**
 * At its end Node joins the threads of its pool and its workers, so a native call that does not return would keep the app
 * from ending. While one is out, the end is made sure of: by then everything else has been put away.
 * Returns the function that takes it back.
 */
export function endDespiteStuckThread(): () => void {
  const call = {};
  if (out.size === 0) process.on('exit', end);
  out.add(call);
  return () => {
    out.delete(call);
    if (out.size === 0) process.off('exit', end);
  };
}

/** The same for a call that most often comes back at once: it counts as stuck after `patienceMs`. */
export function endDespiteSlowCall(patienceMs: number): () => void {
  let takeBack = () => {};
  const timer = setTimeout(() => (takeBack = endDespiteStuckThread()), patienceMs);
  // What waits for an answer keeps the process alive, not this.
  timer.unref();
  return () => {
    clearTimeout(timer);
    takeBack();
  };
}
