/** Lets the window come to the front on Wayland, where only a click in another program gives the right to. */
import { app } from 'electron';
import { takeLock } from './instance-lock.ts';
import { isOnX11 } from './ozone.ts';

/**
 * Call before the window is shown. Chromium takes such a token from the environment of a program that starts, and from
 * that of one that asks for the lock of single instances (https://github.com/electron/electron/pull/43481): so this one
 * asks for its own again.
 */
export function comeForward(token: string): void {
  if (isOnX11()) return;
  process.env['XDG_ACTIVATION_TOKEN'] = token;
  app.releaseSingleInstanceLock();
  takeLock();
  delete process.env['XDG_ACTIVATION_TOKEN'];
}
