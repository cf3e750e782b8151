/** What the desktop's keyring holds under a name, asked from outside of the app. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Desktop } from './index.ts';

const asker = fileURLToPath(new URL('../integration/secrets/ask.ts', import.meta.url));

/** `nothing` where there is none. A process of its own: the library keeps to the first bus that it meets. */
export function readKeyring({ env }: Pick<Desktop, 'env'>, account: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [asker, '5000'], { env }, (error, stdout) => {
      if (error) reject(error);
      else resolve((JSON.parse(stdout) as { answer: string }).answer);
    });
    child.stdin?.end(`${JSON.stringify(['get', account, ''])}\n`);
  });
}
