import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function outboxIn(profileDir: string): string {
  return join(profileDir, 'outbox');
}

/** Whether an earlier run left items that may have to be sent. */
export function hasOutbox(profileDir: string): boolean {
  return existsSync(outboxIn(profileDir));
}
