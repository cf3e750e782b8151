import { release } from 'node:os';
import type { LogFacts } from '../../shared/log/line.ts';

/** What the app runs on, without a name of anybody or of the machine. */
export function versions(env: Readonly<Record<string, string | undefined>>): LogFacts {
  const { electron, chrome, node } = process.versions;
  return {
    electron,
    chrome,
    node,
    system: process.platform,
    release: release(),
    arch: process.arch,
    desktop: env['XDG_CURRENT_DESKTOP'],
    display: env['XDG_SESSION_TYPE'],
  };
}
