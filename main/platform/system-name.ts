/** The operating system's name, and what else it says of itself. */
import { release, type } from 'node:os';
import { readTextIfThere } from './files.ts';

const limitBytes = 16 * 1024;

/** Its description of itself; undefined where there is none. */
export async function osRelease(): Promise<string | undefined> {
  return readTextIfThere('/etc/os-release', limitBytes).catch(() => undefined);
}

/** Such as `Debian GNU/Linux 12 (bookworm)`, or `Darwin 24.1.0` without an os-release file. At most 80 characters. */
export async function systemName(): Promise<string> {
  const text = await osRelease();
  const pretty = /^PRETTY_NAME="?([^"\n]+)/mu.exec(text ?? '')?.[1]?.trim();
  return (pretty ?? `${type()} ${release()}`).slice(0, 80);
}
