/** `coop-tray echo`: runs one test from a terminal, without a visible window. See docs/cli.md. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Menu, app } from 'electron';
import { commandHelp } from '../../shared/cli/help.ts';
import { plainJson, plainLine } from '../../shared/cli/text.ts';
import type { EchoInstance } from '../../shared/coop/echo-instance.ts';
import { reportOf } from '../../shared/echo/report.ts';
import type { Result } from '../../shared/echo/state.ts';
import { folderFault } from '../../shared/start/fault.ts';
import { resultsText } from '../../shared/wording/echo-text.ts';
import { failureSentence } from '../../shared/wording/echo.ts';
import { directorySentence } from '../../shared/wording/sentences.ts';
import type { Translate } from '../../shared/i18n/translator.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import type { EchoOptions } from './echo-options.ts';
import { echoOptionsOf, exitCodeOf, parseEcho } from './echo-options.ts';
import { terminalLanguage } from './options.ts';
import { buildEcho } from '../features/echo/build.ts';
import { realWorld } from '../features/echo/real-world.ts';
import { keepChromiumFromKeyring } from '../desktop/chromium-keyring.ts';
import { openRoomPage } from '../desktop/room-page.ts';
import { refuseByDefault } from '../desktop/security.ts';
import { copyLimitBytes, copyName } from '../core/directory/copy.ts';
import { createDirectory, restoreOrAsk } from '../core/directory/index.ts';
import type { Echo } from '../features/echo/index.ts';
import { systemClock as clock } from '../platform/clock.ts';
import { fileStore } from '../platform/files.ts';
import { createBudget } from '../platform/net/budget.ts';
import type { Net } from '../platform/net/index.ts';
import { createNet } from '../platform/net/index.ts';
import { askSystemProxy } from '../desktop/system-proxy.ts';
import { misuse } from './parse.ts';
import { terminalProxies } from './proxies.ts';
import { printOutcome } from './print.ts';
import { profileDir as ownProfileDir } from '../desktop/profile-dir.ts';
import { createProfileFiles } from '../platform/profile-files.ts';
import { displayOf } from '../platform/startup-check.ts';

type Outcome = Readonly<{ code: number; stdout?: string; stderr?: string }>;

/** Same as in the app. */
const connectionBudget = 8;

/**
 * Await it at the top level of the main module, because Electron looks for a display right after. The test itself waits
 * until Electron is ready, then ends the process.
 */
export async function testEcho(appDir: string, args: readonly string[]): Promise<void> {
  const parsed = parseEcho(args);
  const options = parsed && echoOptionsOf(parsed);
  const language = parsed?.values.lang ?? terminalLanguage(process.env);
  const t = await loadTranslate(language);
  if (parsed?.values.help) return end({ code: 0, stdout: commandHelp(t, 'echo') });
  if (!options) return end({ code: 3, stderr: misuse(t, 'echo', args) });
  if (displayOf({ env: process.env, argv: process.argv }) !== 'chosen')
    return end({ code: await rerunHeadless() });
  keepChromiumFromKeyring();
  refuseByDefault();
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => undefined);
  const copyFile = join(ownProfileDir(), copyName);
  const profileDir = await makeProfile().catch((error: NodeJS.ErrnoException) => error);
  if (typeof profileDir !== 'string') return end({ code: 3, stderr: folderText(t, profileDir) });
  app.setPath('userData', profileDir);
  void app.whenReady().then(async () => {
    const echoRun = { appDir, copyFile, profileDir, options, language, t };
    const broken: Outcome = { code: 3, stderr: `${t('cli.internal')}\n` };
    const outcome = await run(echoRun).catch(() => broken);
    await rm(profileDir, { recursive: true, force: true }).catch(() => undefined);
    await end(outcome);
  });
}

/** A temporary one, because the app may be running in its own. */
const makeProfile = () => mkdtemp(join(tmpdir(), 'coop-tray-echo-'));

function folderText(t: Translate, { code = 'unknown' }: NodeJS.ErrnoException): string {
  const fault = folderFault(tmpdir(), code);
  return `${t(`start.${fault.code}`, fault.params)}\n`;
}

type EchoRun = Readonly<{
  appDir: string;
  copyFile: string;
  profileDir: string;
  options: EchoOptions;
  /** As a tag of BCP 47 or POSIX. */
  language: string;
  t: Translate;
}>;

async function run(echoRun: EchoRun): Promise<Outcome> {
  const { appDir, profileDir, options, t } = echoRun;
  const proxies = terminalProxies({
    env: process.env,
    profileDir: ownProfileDir(),
    askSystem: askSystemProxy,
  });
  const net = createNet({ budget: createBudget(connectionBudget), proxies });
  const found = await findInstance(net, echoRun);
  if (typeof found === 'string') return { code: 3, stderr: `${found}\n` };
  const files = createProfileFiles(profileDir, clock);
  const echo = await buildEcho(
    { clock, files, appVersion: app.getVersion(), t },
    realWorld({
      clock,
      net,
      proxies,
      appDir,
      connectivity: { current: () => ({ state: 'unknown', sinceUtcMs: clock.nowUtcMs() }) },
      openPage: (host) => openRoomPage(host, proxies),
    }),
  );
  echo.setInstances([found]);
  echo.setSettings({ guestName: options.name, place: options.place });
  const finished = resultOf(echo);
  const refused = await echo.start({
    instanceIds: [found.id],
    withSecret: options.withSecret,
  });
  if (refused) return { code: 3, stderr: `${failureSentence(t, refused)}\n` };
  process.once('SIGINT', echo.stop);
  // Electron handles SIGTERM itself and would quit before the room is left.
  app.on('before-quit', (event) => {
    event.preventDefault();
    echo.stop();
  });
  const result = await finished;
  if (!result) return { code: 3, stderr: `${t('cli.echo.stopped')}\n` };
  const about = { app: app.getVersion(), atUtcMs: clock.nowUtcMs() };
  const stdout = options.json
    ? plainJson(reportOf([result], about))
    : resultsText(t, [result]).trimEnd().split('\n').map(plainLine).join('\n');
  return { code: exitCodeOf(result), stdout: `${stdout}\n` };
}

/** Undefined if the test was stopped before it had a result. */
function resultOf(echo: Echo): Promise<Result | undefined> {
  return new Promise((resolve) => {
    let began = false;
    echo.onChange(() => {
      const { run, results } = echo.state();
      if (run) began = true;
      else if (began) resolve(results[0]);
    });
  });
}

/** The instance, or a sentence that says why there is none. */
async function findInstance(
  net: Net,
  { copyFile, options: { instance, coop: source }, language, t }: EchoRun,
): Promise<EchoInstance | string> {
  if (/^https?:\/\//i.test(instance) && URL.canParse(instance)) {
    return { id: 'room', name: new URL(instance).host.slice(0, 80), room: instance };
  }
  const store = { ...fileStore(copyFile, copyLimitBytes), save: async () => undefined };
  const directory = createDirectory({ net, clock, store, language });
  const error = await (source === undefined ? restoreOrAsk(directory) : directory.join(source));
  const coop = directory.current();
  directory.dispose();
  if (!coop) return error ? directorySentence(t, error, source ?? '') : t('cli.noCoop');
  const servers = coop.document.echo;
  const wanted = instance.toLowerCase();
  const found = servers.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted);
  const names = servers.map(({ id }) => id).join(', ');
  return found ?? t(names ? 'cli.echo.unknown' : 'cli.echo.none', { instance, names });
}

/**
 * Reruns the command on Ozone's headless platform. That takes a command-line switch: set in main, it would come too
 * late, see docs/decisions/0011-terminal.md.
 */
function rerunHeadless(): Promise<number> {
  const args = ['--ozone-platform=headless', '--disable-gpu', ...process.argv.slice(1)];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.once('error', () => resolve(3));
    child.once('exit', (code) => resolve(code ?? 3));
  });
}

async function end({ code, stdout = '', stderr = '' }: Outcome): Promise<void> {
  app.exit(await printOutcome({ code, stdout, stderr }, process));
}
