import { expect, test } from 'vitest';
import { canMinimize } from '../../../shared/minimizing.ts';

test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ['GNOME on Ubuntu', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' }, true],
  ['Plasma', { XDG_CURRENT_DESKTOP: 'KDE' }, true],
  ['labwc', { XDG_CURRENT_DESKTOP: 'labwc:wlroots' }, true],
  ['nobody knows which', {}, true],
  ['sway', { XDG_CURRENT_DESKTOP: 'sway' }, false],
  ['sway as NixOS starts it', { XDG_CURRENT_DESKTOP: 'sway:wlroots' }, false],
  // Betterbird 430, transmission-remote-gtk 205.
  ['Hyprland', { XDG_CURRENT_DESKTOP: 'Hyprland' }, false],
  ['niri, started by hand', { NIRI_SOCKET: '/run/user/1000/niri.sock' }, false],
  ['i3, started by hand', { I3SOCK: '/run/user/1000/i3/ipc.sock' }, false],
  ['a mark without a value', { SWAYSOCK: '' }, true],
])('%s has a place for minimized windows: %s', (_what, env, expected) => {
  expect(canMinimize(env)).toBe(expected);
});
