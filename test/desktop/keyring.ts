/** Reads an entry of the desktop's keyring from outside the app. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Desktop } from './index.ts';

const asker = fileURLToPath(new URL('../integration/secrets/ask.ts', import.meta.url));

/**
 * `nothing` if there is no entry. Runs in its own process, because the library stays with the first bus it connects to.
 */
export function readKeyring({ env }: Pick<Desktop, 'env'>, account: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [asker, '5000'], { env }, (error, stdout) => {
      if (error) reject(error);
      else resolve((JSON.parse(stdout) as { answer: string }).answer);
    });
    child.stdin?.end(`${JSON.stringify(['get', account, ''])}\n`);
  });
}
