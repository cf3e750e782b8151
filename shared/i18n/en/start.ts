/** Why the app cannot start, or that it already runs, in English. */
export const start = {
  'start.title': 'Coop Tray can’t start',
  'start.folder-denied':
    'Coop Tray isn’t allowed to write in {folder}: it belongs to another user or is protected. Take ownership of it or move it, then start Coop Tray again.',
  'start.folder-read-only':
    'Coop Tray can’t write in {folder}: its disk is read-only. Make the disk writable, or restart the computer if it became read-only on its own. Then start Coop Tray again.',
  'start.folder-full':
    'Coop Tray can’t write in {folder}: its disk is full. Free up some space, then start Coop Tray again.',
  'start.folder-is-file':
    'Coop Tray needs a folder at {folder}, but something else is there. Move it, then start Coop Tray again.',
  'start.folder-unusable':
    'Coop Tray can’t write in {folder} ({error}). Check the folder and its disk, then start Coop Tray again.',
  'start.silent':
    'Coop Tray is already running but isn’t responding. End its process, {process}, then start Coop Tray again.',
  'start.no-lock':
    'Coop Tray couldn’t tell whether it’s already running. If you don’t see its icon, delete SingletonLock in {folder}, then start Coop Tray again.',
  'start.no-display':
    'Coop Tray needs a desktop, and neither DISPLAY nor WAYLAND_DISPLAY is set. Start it from your desktop. In a terminal, “coop-tray status” shows the state of your services.',
  'start.display-silent':
    'Coop Tray needs a desktop, and nothing answers at the display {display}. Set DISPLAY to yours, or start Coop Tray from your desktop. In a terminal, “coop-tray status” shows the state of your services.',
  'start.broken':
    'Coop Tray couldn’t start (a bug in Coop Tray: {error}). Reinstall it, and report the problem if that doesn’t help.',
  'start.running': 'Coop Tray is already running. Its window is now open.',
  'start.runningCoop':
    'Coop Tray is already running. Its window is now open. If {coop} isn’t your current co-op, the window asks whether to switch.',
} as const;
