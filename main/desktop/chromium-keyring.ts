import { app } from 'electron';

/**
 * Chromium keeps its cookie key in the desktop's keyring and waits for it in the main process before the first icon: 76
 * seconds if the keyring hangs. No session of ours stores cookies on disk, and secrets are kept by
 * `main/platform/secrets/`, so the app does without. Must run before Electron is ready. See
 * docs/decisions/0034-nothing-holds-main.md.
 */
export function keepChromiumFromKeyring(): void {
  if (process.platform === 'linux') app.commandLine.appendSwitch('password-store', 'basic');
}
