/** Whether a package manager has put another version in the place of the running one. Pure. */
import { isVersion } from './version.ts';

/**
 * Both as the package's file says it: at the start, and now. Undefined for the same version, and for what is no version:
 * the package is just being replaced, or was removed, and there is nothing to start.
 */
export function otherVersion(
  atStart: string | undefined,
  now: string | undefined,
): string | undefined {
  const version = now?.trim() ?? '';
  if (atStart === undefined || version === atStart.trim()) return undefined;
  return isVersion(version) ? version : undefined;
}
