/** Faults of the app's own files, in English. */
export const files = {
  'files.of.coop': 'The copy of your co-op’s document',
  'files.of.peace': 'The file with your quiet hours, snoozes and notes',
  'files.of.domains': 'The file on your co-op’s domains',
  'files.of.shortcut': 'The file with your keyboard shortcut',
  'files.of.echo': 'The file with your settings for the echo test',
  'files.of.echo-results': 'The file with the results of your echo tests',
  'files.of.accounts': 'The list of your accounts',
  'files.of.answers': 'The file with the answers to your feedback',
  'files.of.reply-drafts': 'The file with the replies you have begun',
  'files.of.announcements': 'The file with your co-op’s announcements',
  'files.of.backups': 'The file with the last readings of the backups',
  'files.of.room-copies': 'The list of the rooms you have copied',
  'files.set-aside':
    '{what} was damaged, and some or all of it could not be read. Nothing was thrown away: it is kept as {path}.',
  'files.newer':
    '{what} comes from a newer Coop Tray, so this one leaves it alone: what you change there holds until the app ends. Update the app.',
  'files.unreadable':
    '{what} cannot be read ({path}). It is left alone: what you change there holds until the app ends.',
  'files.unwritable':
    '{what} cannot be written: the disk is full, or its folder may not be changed ({path}). What you have changed holds, but is lost if the app ends before there is room. It tries again by itself.',
} as const;
