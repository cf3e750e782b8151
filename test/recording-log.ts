import type { Log } from '../main/platform/log/log.ts';
import { lineOf, logLevels } from '../shared/log/line.ts';

/** A log in memory: each line without its time. */
export function recordingLog(): Readonly<{ log: Log; lines: readonly string[] }> {
  const lines: string[] = [];
  const writers = logLevels.map((level) => [
    level,
    (what: string, facts: Parameters<Log['info']>[1] = {}, error?: unknown) => {
      const line = lineOf({ atUtcMs: 0, level, what, facts, error });
      lines.push(line.slice(line.indexOf(' ') + 1).trimEnd());
    },
  ]);
  return { log: Object.fromEntries(writers) as Log, lines };
}
