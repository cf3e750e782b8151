/** The hooks run `date`; this one prints the time that a test sets, so that no test waits for a night. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a `date` into a folder that precedes the system's own in the hooks' `PATH`. */
export function placeDate(bin: string): void {
  const script = '#!/bin/sh\nPATH=/usr/bin:/bin exec date -d "$COOP_NOW" "$@"\n';
  writeFileSync(join(bin, 'date'), script, { mode: 0o755 });
}

/** The environment that this `date` reads. */
export function dateEnv(atUtcMs: number): Readonly<Record<string, string>> {
  return { COOP_NOW: new Date(atUtcMs).toISOString() };
}
