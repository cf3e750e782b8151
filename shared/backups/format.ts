/** Reads `coop-backups/1`, the file that docs/backups.md describes. Pure. */
import type { ReadSource } from './reading.ts';

/** Never throws. `nowUtcMs`: what claims to be later, but for clocks that are a little off, is not believed. */
export function readCoopBackups(text: string, nowUtcMs: number): ReadSource {
  void [text, nowUtcMs];
  return { ok: false, problem: { code: 'no-targets' } };
}
