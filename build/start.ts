/** Starts the app from source on this desktop. Arguments are passed on, such as `--coop=hypha.coop`. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { packageForTests } from './package.ts';

if (process.getuid?.() === 0) {
  console.error('Electron’s sandbox refuses root: please start Coop Tray as an ordinary user.');
  process.exit(1);
}
const { executable } = await packageForTests();
const child = spawn(resolve(executable), process.argv.slice(2), { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
