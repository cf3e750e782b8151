/**
 * The whole product in a minute, without accounts: the stand-in co-op with its channels, and the app on it. On a
 * person's screen it stays until Ctrl+C; without a display it uses a virtual one, takes a service down and brings it
 * back, posts messages, and saves pictures in out/demo. `--once` ends after that.
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stageForTests } from '../../build/package.ts';
import { SetupError } from '../../build/setup/say.mjs';
import { startBbb } from '../servers/bbb/index.ts';
import { startCoop } from '../servers/coop/index.ts';
import { zoneAt } from '../desktop/index.ts';
import { takeHero } from './hero.ts';
import { morning, seedPast } from './past.ts';
import { showOff } from './pictures.ts';
import { printTable } from './table.ts';
import { startDemoTalk } from './talk.ts';

/** Quick, so that the demo shows in seconds what takes minutes in practice. */
const pace = { intervalS: 5, confirmS: 1 };

// Better to wait than to fail: this may be the first run on a slow machine that is still setting up.
process.env['COOP_TRAY_PATIENCE'] ??= '5';

const once = process.argv.includes('--once');
const ownScreen = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) && !once;

if (ownScreen && process.getuid?.() === 0) {
  throw new SetupError('Electron’s sandbox refuses root: please run the demo as an ordinary user.');
}
console.log('Packaging the app …');
// On a virtual screen it runs as another user, who may have no access to this folder.
const staged = await stageForTests(ownScreen ? 'out/running' : undefined);
process.once('exit', staged.remove);
// A good server, and one with delayed sound.
const calls = [await startBbb(), await startBbb({ knobs: { echo: { delayMs: 350 } } })];
// A virtual screen shows a morning; a person’s own, the time it is.
const timeZone = ownScreen
  ? Intl.DateTimeFormat().resolvedOptions().timeZone
  : zoneAt(morning, Date.now());
const talk = await startDemoTalk(timeZone);
const coop = await startCoop({
  ...pace,
  timeZone,
  talk: talk.places,
  echoRooms: calls.map((one) => one.roomUrl),
  backups: true,
  links: true,
  money: true,
  calendar: true,
  meet: true,
});
console.log(`The stand-in co-op is at ${coop.documentUrl}`);

if (ownScreen) await onOwnScreen();
else await onVirtualScreen();
for (const server of [coop, talk, ...calls]) await server.stop();
process.exit(0);

async function onOwnScreen(): Promise<void> {
  // Its accounts belong to stand-ins that end with the demo.
  const profile = join(staged.folder, 'profile');
  mkdirSync(profile);
  seedPast(profile, { coop, talk, timeZone });
  const args = [`--coop=${coop.documentUrl}`, '--show', `--user-data-dir=${profile}`];
  const env = { ...process.env, COOP_TRAY_FROM_SOURCE: '1' };
  const app = spawn(staged.executable, args, { stdio: 'inherit', env });
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
  const folder = resolve('out/demo');
  const show = { executable: staged.executable, coop, talk, timeZone, folder };
  await showOff(show);
  await takeHero(show);
  if (once) return;
  console.log('The pictures are kept; the services below stay until Ctrl+C.');
  printTable(coop);
  await new Promise((done) => process.once('SIGINT', done));
}
