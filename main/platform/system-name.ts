/** The operating system's name. */
import { release, type } from 'node:os';
import { readTextIfThere } from './files.ts';

const limitBytes = 16 * 1024;

/** Such as `Debian GNU/Linux 12 (bookworm)`, or `Darwin 24.1.0` without an os-release file. At most 80 characters. */
export async function systemName(): Promise<string> {
  const text = await readTextIfThere('/etc/os-release', limitBytes).catch(() => undefined);
  const pretty = /^PRETTY_NAME="?([^"\n]+)/mu.exec(text ?? '')?.[1]?.trim();
  return (pretty ?? `${type()} ${release()}`).slice(0, 80);
}
