/** Starting at login: the switch and its file, a start without a window, and a panel that comes after the app. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { autostartEntry } from '../../shared/autostart/entry.ts';
import { appId } from '../../shared/identity.ts';
import type { Desktop } from '../desktop/index.ts';
import { startDesktop } from '../desktop/index.ts';
import { desktopUser } from '../desktop/person.ts';
import { findTrayItem } from '../desktop/tray.ts';
import { eventually } from '../desktop/wait.ts';
import type { RunningApp } from './app.ts';
import { startApp } from './app.ts';
import { setScene } from './scene.ts';

const fileOn = ({ env }: Desktop) =>
  join(env['XDG_CONFIG_HOME'] ?? '', 'autostart', `${appId}.desktop`);
function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  desktopUser().own(dirname(path));
}
const windowState = (app: RunningApp) =>
  app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return 'none';
    return window.isMinimized() ? 'minimised' : window.isVisible() ? 'shown' : 'hidden';
  });
const reaches = (app: RunningApp, state: string) =>
  eventually(`the window to be ${state}`, async () =>
    (await windowState(app)) === state ? true : undefined,
  );
async function start(desktop: Desktop, ...args: string[]): Promise<RunningApp> {
  const app = await startApp(desktop, { executable: inject('executable'), args });
  onTestFinished(() => app.stop().catch(() => undefined));
  return app;
}
async function desktopFor(tray: boolean): Promise<Desktop> {
  const desktop = await startDesktop({ tray });
  onTestFinished(desktop.stop);
  return desktop;
}

test('the switch writes a valid file, follows the desktop’s own, and repairs what an update has moved', async () => {
  const scene = await setScene({ args: ['--show'] });
  onTestFinished(scene.stop);
  const file = fileOn(scene.desktop);
  const entry = autostartEntry(inject('executable'));
  const window = await scene.window();
  await window.goTo('Settings');
  const box = window.page.getByRole('checkbox', { name: /^Start Coop Tray when I log in/ });
  const becomes = (checked: boolean) =>
    eventually('the box', async () => ((await box.isChecked()) === checked ? true : undefined));
  await box.waitFor();
  expect([await box.isChecked(), existsSync(file)]).toEqual([false, false]);

  await box.click();
  await becomes(true);
  expect(readFileSync(file, 'utf8')).toBe(entry);
  expect(execFileSync('desktop-file-validate', [file], { encoding: 'utf8' })).toBe('');

  put(file, `${entry}Hidden=true\n`);
  await window.page.evaluate(() => void dispatchEvent(new Event('focus')));
  await window.page.getByText('turned off in your desktop’s settings').waitFor();
  await becomes(false);
  await box.click();
  await becomes(true);
  expect(readFileSync(file, 'utf8')).toBe(entry);

  await box.click();
  await becomes(false);
  expect(existsSync(file)).toBe(false);

  put(file, autostartEntry('/home/sam/Coop-0.1.AppImage'));
  await scene.restart();
  await eventually(
    'the file to name this app',
    () => (readFileSync(file, 'utf8') === entry ? true : undefined),
    30_000,
  );
});

test('a start at login opens no window, without a co-op either, and nor does a second one', async () => {
  const desktop = await desktopFor(true);
  const app = await start(desktop, '--hidden');
  await findTrayItem(desktop.bus);
  const again = async (...args: string[]) => {
    const second = spawn(
      desktop.wrap(inject('executable')),
      [`--user-data-dir=${app.profile}`, ...args],
      { env: desktop.env, cwd: '/', stdio: 'ignore' },
    );
    expect(await once(second, 'exit')).toEqual([0, null]);
  };
  await again('--hidden');
  await reaches(app, 'none');
  await again();
  await (await app.page()).getByLabel('Web address of your co-op').waitFor();
});

test('a panel that comes after a start at login shows the icon, and no window has come up', async () => {
  const desktop = await desktopFor(false);
  const app = await start(desktop, '--hidden');
  // Until there is an icon, the window is the only way in.
  await reaches(app, 'minimised');
  await desktop.startPanel();
  await findTrayItem(desktop.bus);
  await reaches(app, 'none');
});
