/**
 * At its end Node joins the threads of its pool and its workers, so a native call that does not return would keep the app
 * from ending. While one is out, the end is made sure of: by then everything else has been put away.
 * Returns the function that takes it back.
 */
export function endDespiteStuckThread(): () => void {
  const end = () => void process.kill(process.pid, 'SIGKILL');
  process.once('exit', end);
  return () => process.off('exit', end);
}
