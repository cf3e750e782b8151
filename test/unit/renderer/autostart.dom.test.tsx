/** The setting of the start at login: what the desktop has, and what became of a change. */
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AutostartChoice } from '../../../renderer/components/autostart/AutostartChoice.tsx';
import type { Autostart, AutostartFault } from '../../../shared/autostart/state.ts';
import { show } from './dom.tsx';
import { fakeBridge } from './fake-bridge.ts';

const path = '/home/sam/.config/autostart/app.desktop';
const box = () => screen.queryByRole<HTMLInputElement>('checkbox', { name: /when I log in/ });
const open = () => act(async () => void show(<AutostartChoice />));
const click = () => act(async () => void (box() && fireEvent.click(box() as HTMLElement)));

test.each<[Autostart['state'], boolean, RegExp | undefined]>([
  ['off', false, undefined],
  ['on', true, undefined],
  ['off-outside', false, /turned off in your desktop’s settings/],
  ['approval', true, /Your system waits for your permission/],
])('%s is a box that says so', async (state, checked, hint) => {
  fakeBridge({ 'window.autostart': () => ({ state, path }) });
  await open();
  expect(box()?.checked).toBe(checked);
  expect(screen.queryByText(/turned off in|system waits/) !== null).toBe(hint !== undefined);
  if (hint) expect(screen.getByText(hint)).toBeTruthy();
});

test.each<[Autostart['state'], RegExp]>([
  ['foreign', /\/home\/sam\/\.config\/autostart\/app\.desktop, which Coop Tray didn’t write/],
  ['unreadable', /^It’s unknown whether.*app\.desktop can’t be read/],
  ['sandboxed', /^The kind of package/],
  ['uninstalled', /^Only an installed Coop Tray/],
])('%s is a sentence, and no box', async (state, said) => {
  fakeBridge({ 'window.autostart': () => ({ state, path }) });
  await open();
  expect(box()).toBeNull();
  expect(screen.getByText(said)).toBeTruthy();
});

test('until the desktop has answered, it is not said to be off', async () => {
  fakeBridge();
  await open();
  expect(box()).toBeNull();
  expect(screen.getByText(/^Checking/)).toBeTruthy();
});

test('a change shows what became of it, not what was asked for', async () => {
  const bridge = fakeBridge({
    'window.autostart': () => ({ state: 'off', path }),
    'window.setAutostart': ({ on }) => ({ state: on ? 'on' : 'off', path }),
  });
  await open();
  await click();
  expect(box()?.checked).toBe(true);
  await click();
  expect(box()?.checked).toBe(false);
  expect(bridge.calls('window.setAutostart')).toEqual([{ on: true }, { on: false }]);
});

test.each<[AutostartFault, RegExp]>([
  ['denied', /isn’t allowed to write \/home\/sam/],
  ['full', /^The disk is full/],
  ['failed', /startup apps in your system’s settings instead/],
])('a change that fails (%s) says why, and the box stays as it was', async (fault, said) => {
  fakeBridge({
    'window.autostart': () => ({ state: 'off', path }),
    'window.setAutostart': () => ({ state: 'off', path, fault }),
  });
  await open();
  await click();
  expect(box()?.checked).toBe(false);
  expect(screen.getByRole('alert').textContent).toMatch(said);
});

test('a fault of ours says so', async () => {
  fakeBridge({
    'window.autostart': () => ({ state: 'off', path }),
    'window.setAutostart': () => Promise.reject(new Error('x')),
  });
  await open();
  await click();
  expect(screen.getByRole('alert').textContent).toBe('Something went wrong. Try again.');
});

test('what is changed in the desktop’s settings is seen on coming back', async () => {
  let state: Autostart['state'] = 'on';
  fakeBridge({ 'window.autostart': () => ({ state, path }) });
  await open();
  state = 'off-outside';
  await act(async () => void window.dispatchEvent(new Event('focus')));
  expect(box()?.checked).toBe(false);
});
