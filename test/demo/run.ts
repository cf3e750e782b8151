/**
 * The whole product in a minute, without an account of one's own: the stand-in co-op, where it talks to its members, and
 * the app on it. On a person's screen it stays until Ctrl+C; without a display it uses a virtual one, takes a service
 * down and brings it back, talks, and keeps pictures in out/demo. `--once` ends after that.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { packageForTests } from '../../build/package.ts';
import { startBbb } from '../servers/bbb/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import { showOff } from './pictures.ts';
import { printTable } from './table.ts';
import { startDemoTalk } from './talk.ts';

/** Quick, so that the demo shows in seconds what takes minutes in earnest. */
const pace = { intervalS: 5, confirmS: 1 };

const once = process.argv.includes('--once');
const ownScreen = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) && !once;

console.log('Packaging the app …');
const { dir, executable } = await packageForTests();
// A good server, and one that takes its time with the sound.
const calls = [await startBbb(), await startBbb({ knobs: { echo: { delayMs: 350 } } })];
const talk = await startDemoTalk();
const coop = await startCoop({
  ...pace,
  talk: talk.places,
  echoRooms: calls.map((one) => one.roomUrl),
  backups: true,
});
console.log(`The stand-in co-op is at ${coop.documentUrl}`);

if (ownScreen) await onOwnScreen();
else await onVirtualScreen();
for (const server of [coop, talk, ...calls]) await server.stop();
process.exit(0);

async function onOwnScreen(): Promise<void> {
  if (process.getuid?.() === 0) {
    throw new Error('Electron’s sandbox refuses root: please run the demo as an ordinary user.');
  }
  const profile = resolve('out/demo/profile');
  // Its accounts are of stand-ins that have ended.
  rmSync(profile, { recursive: true, force: true });
  const args = [`--coop=${coop.documentUrl}`, '--show', `--user-data-dir=${profile}`];
  const app = spawn(resolve(executable), args, { stdio: 'inherit' });
  printTable(coop);
  printAccounts();
  console.log('The tray icon and the window are on your screen. Ctrl+C ends the demo.');
  process.once('SIGINT', () => app.kill());
  await new Promise((done) => app.once('exit', done));
}

function printAccounts(): void {
  const { name, password } = talk.member;
  console.log(`To give feedback and to read announcements, sign in under Settings:
  Matrix   user name “${name}”, password “${password}”; Sam answers what you send
  GitHub   a code that is agreed to by itself after some seconds; its page need not be opened
Sign out before the end, and nothing of it stays in your keyring.`);
}

async function onVirtualScreen(): Promise<void> {
  await showOff({ dir, coop, talk, folder: resolve('out/demo') });
  if (once) return;
  console.log('The pictures are kept; the services below stay until Ctrl+C.');
  printTable(coop);
  await new Promise((done) => process.once('SIGINT', done));
}
