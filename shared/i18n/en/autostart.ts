/** Starting at login, and links into the app. */
export const autostart = {
  'autostart.title': 'At login',
  'autostart.choice': 'Start Coop Tray when I log in, as an icon without a window',
  'autostart.unknown': 'Checking whether Coop Tray starts when you log in…',
  'autostart.off-outside':
    'This was turned off in your desktop’s settings, and stays off until you turn it on here or there.',
  'autostart.approval':
    'Your system waits for your permission: allow Coop Tray in its settings, among the login items.',
  'autostart.foreign':
    'Whether Coop Tray starts when you log in is set by {path}, which Coop Tray didn’t write and leaves alone. To change it here, remove that file.',
  'autostart.unreadable':
    'It’s unknown whether Coop Tray starts when you log in: {path} can’t be read. Allow reading it, or remove it.',
  'autostart.sandboxed':
    'The kind of package that you installed doesn’t let Coop Tray set this. Add it to the startup apps in your desktop’s settings.',
  'autostart.uninstalled':
    'Only an installed Coop Tray can start when you log in. This one runs from its source code.',
  'autostart.fault.denied':
    'Coop Tray isn’t allowed to write {path}. Take ownership of its folder, then try again.',
  'autostart.fault.full':
    'The disk is full, so this couldn’t be changed. Free up some space, then try again.',
  'autostart.fault.failed':
    'This couldn’t be changed. Add Coop Tray to the startup apps in your system’s settings instead.',

  'join.asked':
    'A link or another app filled in this address. Continue only if you know it to be your co-op’s.',
  'move.title': 'Leave {source} and join {coop}?',
  'move.demo.title': 'Leave the demo and join {coop}?',
  'move.text': 'A link asks for this. Join only if you know the address to be your co-op’s.',
  'move.action': 'Leave and join',
  'start.runningLink': 'Coop Tray is already running, and has the link.',
  'start.runningHidden': 'Coop Tray is already running.',
  'start.linkRefused': 'This isn’t a link that Coop Tray opens. Nothing was done.',
} as const;
