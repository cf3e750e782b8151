/** Faults of the app's own files, in English. */
export const files = {
  'files.of.coop': 'The copy of your co-op’s settings',
  'files.of.peace': 'The file with your quiet hours, muted services and notes',
  'files.of.domains': 'The file with your co-op’s domains',
  'files.of.shortcut': 'The file with your keyboard shortcut',
  'files.of.quick-open-shortcut': 'The file with your keyboard shortcut for quick open',
  'files.of.text-size': 'The file with your text size',
  'files.of.echo': 'The file with your echo test settings',
  'files.of.echo-results': 'The file with your echo test results',
  'files.of.accounts': 'The list of your accounts',
  'files.of.answers': 'The file with the replies to your feedback',
  'files.of.reply-drafts': 'The file with the replies you have begun',
  'files.of.announcements': 'The file with your co-op’s announcements',
  'files.of.backups': 'The file with the latest backup checks',
  'files.of.room-copies': 'The list of rooms you saved',
  'files.of.welcome': 'The list of the co-ops you have joined',
  'files.of.stays-in-tray': 'The note that you know about the tray',
  'files.of.logo': 'The file with your co-op’s logo',
  'files.of.links': 'The copy of your co-op’s links',
  'files.of.picks': 'The file with your choices in quick open',
  'files.of.link-checks': 'The file with the results of checking links',
  'files.of.money': 'The copy of your co-op’s balance',
  'files.of.calendars': 'The file with your calendars and reminders',
  'files.of.calendar-copies': 'The copy of your calendars',
  'files.of.templates': 'The copies of your meeting templates',
  'files.of.proxy': 'The file with your proxy setting',
  'files.of.crashes': 'The list of times that Coop Tray closed unexpectedly',
  'files.of.updates': 'The file with your choices about updates',
  'files.set-aside':
    '{what} was damaged, and some or all of it couldn’t be read. Nothing was deleted: it’s kept as {path}.',
  'files.newer':
    '{what} comes from a newer Coop Tray and was left alone. Your changes last only until you quit. Update the app.',
  'files.unreadable':
    '{what} can’t be read ({path}) and was left alone. Your changes last only until you quit.',
  'files.unwritable':
    '{what} can’t be saved: the disk is full, or its folder can’t be changed ({path}). Your changes are lost if you quit before there’s room. Coop Tray keeps trying.',
} as const;
