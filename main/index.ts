/**
 * Boots the app: switches that must be set before Electron is ready, the single-instance lock, the icon, then the rest.
 */
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Menu, app } from 'electron';
import type { Outcome, Terminal } from './cli/status.ts';
import type { RunningApp } from './worlds.ts';
import { keepChromiumFromKeyring } from './desktop/chromium-keyring.ts';
import { catchLinks } from './desktop/early-links.ts';
import { takeLock } from './desktop/instance-lock.ts';
import { keepChromiumLean } from './desktop/lean-chromium.ts';
import { startAnewOnWayland } from './desktop/ozone.ts';
import { serveScheme } from './desktop/scheme.ts';
import { refuseByDefault } from './desktop/security.ts';
import { createTrayIcon } from './desktop/tray.ts';
import { printOutcome } from './cli/print.ts';
import { profileDir } from './desktop/profile-dir.ts';
import type { Command, Flags } from './flags.ts';
import { commandOf, parseFlags } from './flags.ts';
import { leaveAppDir } from './platform/app-dir-env.ts';
import { systemClock } from './platform/clock.ts';
import { machineTimeZone } from './platform/time-zone.ts';
import { compileLate } from './platform/engine.ts';
import { displayFault } from './platform/startup-check.ts';

const appDir = dirname(fileURLToPath(import.meta.url));

/**
 * The tray icon and the desktop's panel negotiate on this thread. Loading the rest of the app meanwhile would delay the
 * icon; with this head start it appears as early as an empty app's. In ms.
 */
const headStartMs = 200;

const onLink = catchLinks();

function boot(flags: Flags): void {
  compileLate();
  keepChromiumFromKeyring();
  keepChromiumLean();
  refuseByDefault();
  serveScheme(join(appDir, 'page'));
  Menu.setApplicationMenu(null);
  let running: RunningApp | undefined;
  const starting = app.whenReady().then(() => start(flags));
  starting.then((it) => (running = it), giveUp);
  const whenStarted = (use: (it: RunningApp) => void) => void starting.then(use, () => undefined);
  // Keep running in the tray when the window closes.
  app.on('window-all-closed', () => undefined);
  app.on('second-instance', (_event, _argv, folder, handedOver) =>
    whenStarted((it) => it.startedAgain(folder, handedOver)),
  );
  app.on('activate', () => whenStarted((it) => it.open({})));
  onLink((link) => whenStarted((it) => it.open({ link })));
  app.on('before-quit', (event) => {
    const farewell = running?.farewell();
    if (farewell) {
      event.preventDefault();
      void farewell.finally(() => app.quit());
      return;
    }
    // Dispose synchronously: otherwise the window would refuse to close and keep the app from quitting.
    running?.dispose();
  });
}

async function start(flags: Flags): Promise<RunningApp> {
  const tray = createTrayIcon(join(appDir, 'icons'));
  await pause(headStartMs);
  const { runApp } = await import('./worlds.ts');
  return runApp(appDir, flags, tray, () => app.quit());
}

/** Without this, an app that fails during startup would keep running invisibly. */
async function giveUp(error: unknown): Promise<void> {
  const { cannotStart } = await import('./desktop/startup-error.ts');
  const message = error instanceof Error ? error.message : String(error);
  await cannotStart({ code: 'broken', params: { error: message } });
}

/** Without a display, Electron would die from a signal without an error message. */
async function bootOnDisplay(flags: Flags): Promise<void> {
  const fault = await displayFault({ env: process.env, argv: process.argv });
  if (!fault) return boot(flags);
  const { cannotStart } = await import('./desktop/startup-error.ts');
  await cannotStart(fault);
}

/**
 * Electron awaits this module, including what it awaits itself, before it looks for a display, so commands need none.
 * See docs/decisions/0011-terminal.md.
 */
async function answerTerminal({ name, words }: Command): Promise<void> {
  const terminal = {
    env: process.env,
    isTerminal: process.stdout.isTTY,
    timeZone: machineTimeZone(),
    profileDir: profileDir(),
    readStdin: async (limitBytes: number) =>
      (await import('./cli/stdin.ts')).readStream(process.stdin, limitBytes),
  };
  app.exit(await printOutcome(await outcomeOf(name, words, terminal), process));
}

async function outcomeOf(
  name: Command['name'],
  words: readonly string[],
  terminal: Terminal,
): Promise<Outcome> {
  if (name === 'backups') {
    return (await import('./cli/backups.ts')).backupsCommand(words, terminal, Date.now());
  }
  if (name === 'open') {
    const { openInBrowser } = await import('./cli/browser.ts');
    const open = (address: string) => openInBrowser(address, systemClock);
    return (await import('./cli/open.ts')).openCommand(words, { ...terminal, open });
  }
  if (name === 'check') return (await import('./cli/document.ts')).checkCommand(words, terminal);
  if (name === 'status') return (await import('./cli/status.ts')).statusCommand(words, terminal);
  if (name === 'candidates')
    return (await import('./cli/candidates.ts')).candidatesCommand(words, terminal);
  const about = await import('./cli/about.ts');
  if (name === 'unknown') return about.unknownCommand(words.join(' '), terminal.env);
  if (name === 'completion') return about.completionCommand(words, terminal.env);
  if (name === 'help') return about.helpCommand(terminal.env);
  const versions = { version: app.getVersion(), electron: process.versions.electron };
  return about.versionCommand(terminal.env, versions);
}

async function isRefused({ link }: Flags): Promise<boolean> {
  if (link === undefined) return false;
  return (await import('./desktop/refused-link.ts')).endIfRefused(link);
}

async function bootOrHandOver(flags: Flags): Promise<void> {
  if (await startAnewOnWayland()) app.exit(0);
  else if (takeLock(flags)) await bootOnDisplay(flags);
  else await (await import('./desktop/second-instance.ts')).endSecondStart(flags);
}

async function answerCommand(command: Command): Promise<void> {
  if (command.name !== 'echo') return answerTerminal(command);
  const { testEcho } = await import('./cli/echo.ts');
  await testEcho(appDir, command.words);
}

/** Electron would show its own box for what this module throws, and stay: a script would wait for ever. */
async function endBroken(error: unknown): Promise<void> {
  const { brokenCommand } = await import('./cli/about.ts');
  app.exit(await printOutcome(await brokenCommand(error, process.env), process));
}

leaveAppDir(process.env);
const command = commandOf(process.argv);
if (command) await answerCommand(command).catch(endBroken);
else {
  const flags = parseFlags(process.argv.slice(1));
  if (!(await isRefused(flags))) await bootOrHandOver(flags);
}
