/** The hooks ask `date` for the time; here it is the time that a test gives, and no night is waited for. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Puts a `date` into a folder that comes before the system's own in the hooks' `PATH`. */
export function placeDate(bin: string): void {
  const script = '#!/bin/sh\nPATH=/usr/bin:/bin exec date -d "$COOP_NOW" "$@"\n';
  writeFileSync(join(bin, 'date'), script, { mode: 0o755 });
}

/** What such a `date` wants to find in its environment. */
export function dateEnv(atUtcMs: number): Readonly<Record<string, string>> {
  return { COOP_NOW: new Date(atUtcMs).toISOString() };
}
