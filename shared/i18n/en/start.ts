/** Why the app cannot start, or that it already runs, in English. */
export const start = {
  'start.title': 'Coop Tray cannot start',
  'start.folder-denied':
    'Coop Tray may not write in {folder}: it belongs to somebody else, or is closed. Make it yours again, or move it out of the way, then start Coop Tray again.',
  'start.folder-read-only':
    'Coop Tray cannot write in {folder}: the disk it lies on can only be read. Make the disk writable again; where it became so by itself, restart the computer. Then start Coop Tray again.',
  'start.folder-full':
    'Coop Tray cannot write in {folder}: the disk it lies on is full. Make some room, then start Coop Tray again.',
  'start.folder-is-file':
    'Coop Tray needs a folder at {folder}, and something else is in its place. Move that out of the way, then start Coop Tray again.',
  'start.folder-unusable':
    'Coop Tray cannot write in {folder} ({error}). Look after that folder or its disk, then start Coop Tray again.',
  'start.silent':
    'Coop Tray is already running, but does not answer. End its process, {process}, then start Coop Tray again.',
  'start.no-lock':
    'Coop Tray could not find out whether it is already running. If there is no icon of it, delete SingletonLock in {folder}, then start Coop Tray again.',
  'start.no-display':
    'Coop Tray needs a desktop, and there is none here: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it from your desktop. “coop-tray status” tells in a terminal how the services are.',
  'start.display-silent':
    'Coop Tray needs a desktop, and nothing answers at the display {display}. Set DISPLAY to yours, or start Coop Tray from your desktop. “coop-tray status” tells in a terminal how the services are.',
  'start.broken':
    'Coop Tray could not start because of a fault of its own ({error}). Install it again. If that does not help, please report it.',
  'start.running': 'Coop Tray is already running; its window was opened.',
  'start.runningCoop':
    'Coop Tray is already running; its window was opened. If {coop} is another co-op than yours, the window asks whether to change to it.',
} as const;
