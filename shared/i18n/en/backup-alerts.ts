/** Backup alerts, in English. */
export const backupsnews = {
  'backupsnews.gone': 'No backup of {name} can be found any more',
  'backupsnews.failed': 'The backup of {name} failed',
  'backupsnews.late': 'The backup of {name} is overdue',
  'backupsnews.standby': 'The standby of {name} is out of date',
  'backupsnews.drill': 'Time for a restore test of {name}',
  'backupsnews.look': 'See the Backups page for details and contacts.',
  'backupsnews.several':
    '{count, plural, one {# backup needs attention} other {# backups need attention}}',
  'backupsnews.more': '{count, plural, one {and # more} other {and # more}}',
} as const;
