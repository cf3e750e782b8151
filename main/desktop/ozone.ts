import { app } from 'electron';

/** Whether the app draws on X11 rather than Wayland; Chromium notes there what it has chosen by itself. */
export function isOnX11(): boolean {
  const chosen = app.commandLine.getSwitchValue('ozone-platform');
  return (
    chosen === 'x11' || (chosen !== 'wayland' && process.env['XDG_SESSION_TYPE'] !== 'wayland')
  );
}
