/** Backup alerts, in English. */
export const backupsnews = {
  'backupsnews.gone': 'No backup of {name} is to be found',
  'backupsnews.failed': 'The backup of {name} failed',
  'backupsnews.late': 'The backup of {name} is late',
  'backupsnews.standby': 'The standby copy of {name} is not up to date',
  'backupsnews.drill': 'It is time to try a restore of {name}',
  'backupsnews.look': 'The Backups page says what is known, and whom to ask.',
  'backupsnews.several':
    '{count, plural, one {One backup needs attention} other {# backups need attention}}',
  'backupsnews.more': '{count, plural, one {and one more} other {and # more}}',
} as const;
