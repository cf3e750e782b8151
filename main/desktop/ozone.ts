import { app } from 'electron';

/** Whether the desktop is Wayland's, even if the app itself runs on X11 inside it. */
export function isWaylandDesktop(): boolean {
  return process.env['XDG_SESSION_TYPE'] === 'wayland' || !isOnX11();
}

/** Whether the app runs on X11 rather than Wayland; Chromium records its own choice in this switch. */
export function isOnX11(): boolean {
  const chosen = app.commandLine.getSwitchValue('ozone-platform');
  return (
    chosen === 'x11' || (chosen !== 'wayland' && process.env['XDG_SESSION_TYPE'] !== 'wayland')
  );
}
