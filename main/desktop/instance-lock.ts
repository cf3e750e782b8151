/** The lock of single instances. */
import { app } from 'electron';
import { inShortTempDir } from '../platform/short-temp-dir.ts';

/** Whether this process has it; otherwise the one that does is handed the data. */
export function takeLock(handedOver: Readonly<Record<string, unknown>> = {}): boolean {
  return inShortTempDir(process.env, () => app.requestSingleInstanceLock(handedOver));
}
