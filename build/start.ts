/** Builds and starts the app on this desktop. Passes on arguments, such as `--coop=hypha.coop`. */
import { spawn } from 'node:child_process';
import { stageForTests } from './package.ts';
import { SetupError } from './setup/say.mjs';

if (process.getuid?.() === 0) {
  throw new SetupError(
    'Electron’s sandbox refuses root: please start Coop Tray as an ordinary user.',
  );
}
const { executable, remove } = await stageForTests('out/running');
const env = { ...process.env, COOP_TRAY_FROM_SOURCE: '1' };
const child = spawn(executable, process.argv.slice(2), { stdio: 'inherit', env });
// A terminal sends Ctrl+C to the app too, which then exits by itself.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill());
child.on('exit', (code) => {
  remove();
  process.exit(code ?? 1);
});
