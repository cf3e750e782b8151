/** The switch on macOS and Windows: what the system says, in our words. */
import type { LoginItemSettings, Settings } from 'electron';
import { expect, test } from 'vitest';
import { createLoginItem, stateOf } from '../../../main/desktop/autostart-login-item.ts';
import type { AutostartState } from '../../../shared/autostart/state.ts';

type Known = Parameters<typeof stateOf>[0];

test.each<[string, Known, AutostartState]>([
  ['macOS: none', { openAtLogin: false, status: 'not-registered' }, 'off'],
  ['macOS: unknown to it', { openAtLogin: false, status: 'not-found' }, 'off'],
  ['macOS: on', { openAtLogin: true, status: 'enabled' }, 'on'],
  ['macOS: waits for the member', { openAtLogin: false, status: 'requires-approval' }, 'approval'],
  ['Windows: none', { openAtLogin: false, executableWillLaunchAtLogin: false }, 'off'],
  ['Windows: on', { openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
  [
    'Windows: turned off in the Task Manager',
    { openAtLogin: true, executableWillLaunchAtLogin: false },
    'off-outside',
  ],
])('%s', (_what, settings, expected) => {
  expect(stateOf(settings)).toBe(expected);
});

/** A system that does what it is asked, or does not. */
function system(obeys: boolean) {
  let now: Known = { openAtLogin: false, executableWillLaunchAtLogin: false };
  const asked: Settings[] = [];
  const app = {
    getLoginItemSettings: () => now as LoginItemSettings,
    setLoginItemSettings: (settings: Settings) => {
      asked.push(settings);
      const on = settings.openAtLogin ?? false;
      if (obeys) now = { openAtLogin: on, executableWillLaunchAtLogin: on };
    },
  };
  return { asked, item: createLoginItem(app) };
}

test('is set with the argument that it is looked for by', async () => {
  const { asked, item } = system(true);
  expect(await item.set(true)).toEqual({ state: 'on' });
  expect(await item.set(false)).toEqual({ state: 'off' });
  expect(asked).toEqual([
    { openAtLogin: true, args: ['--hidden'] },
    { openAtLogin: false, args: ['--hidden'] },
  ]);
});

test('a system that does nothing is not believed', async () => {
  const { item } = system(false);
  expect(await item.set(true)).toEqual({ state: 'off', fault: 'failed' });
});
