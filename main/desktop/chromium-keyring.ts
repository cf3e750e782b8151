import { app } from 'electron';

/**
 * Chromium keeps the key of its cookies in the desktop's keyring, and waits for it in the main process before the first
 * icon: with a keyring that hangs, 76 seconds. No session of ours keeps a cookie on the disk, and what is secret is kept by
 * `main/platform/secrets/`, so it does without. Must run before Electron is ready. See
 * docs/decisions/0034-nothing-holds-main.md.
 */
export function keepChromiumFromKeyring(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('password-store', 'basic');
}
