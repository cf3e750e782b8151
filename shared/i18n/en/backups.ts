/** Findings about backups, and why a source cannot be read, in English. */
export const backups = {
  'backups.state.good': 'OK',
  'backups.state.warning': 'Needs attention',
  'backups.state.unknown': 'Unknown',
  'backups.state.bad': 'At risk',

  'backups.finding.failed':
    '{error, select, none {The last backup failed ({time}).} other {The last backup failed ({time}): “{error}”}}',
  'backups.finding.late':
    '{missed, plural, =0 {Overdue since {due}.} one {Overdue since {due}.} other {# backups missing since {first}.}} {age, select, none {Last good backup: {last}.} other {Last good backup {age} ago ({last}).}}',
  'backups.finding.never-ran': 'Never run: there’s no backup.',
  'backups.finding.gone':
    'Missing from the report since {time} ({age} ago). Its copies may have been deleted.',
  'backups.finding.empty': 'The report lists no backup.',
  'backups.finding.paused':
    '{age, select, none {Paused: no backups are made until someone resumes them.} other {Paused until {time}: no backups are made before then.}}',
  'backups.finding.missing-days':
    '{count, plural, one {# of the last 90 days has no backup: {day}.} other {# of the last 90 days have no backup{failed, plural, =0 {} other { (# failed, {missing} missing)}}, most recently {day}.}}',
  'backups.finding.retention-short':
    '{held, plural, one {Goes back # day; {wanted} are required.} other {Goes back # days; {wanted} are required.}}',
  'backups.finding.shrunk':
    'The last backup is much smaller than usual: {size} instead of {usual}.',
  'backups.finding.check-failed':
    '{error, select, none {The last check for damage failed ({time}).} other {The last check for damage failed ({time}): “{error}”}}',
  'backups.finding.check-old': 'The last check for damage was {age} ago ({date}).',
  'backups.finding.check-never': 'It has never been checked for damage.',
  'backups.finding.upkeep-failed':
    '{error, select, none {Old copies couldn’t be deleted ({time}).} other {Old copies couldn’t be deleted ({time}): “{error}”}}',
  'backups.finding.drill-failed': 'The last restore test failed ({date}).',
  'backups.finding.drill-never': 'A restore has never been tested.',
  'backups.finding.drill-old': 'Last restore test {age} ago ({date}); due every {days} days.',
  'backups.finding.standby-stale':
    'The standby’s data is {age} old ({time}); the limit is {hours, plural, one {# hour} other {# hours}}.',
  'backups.finding.standby-unreachable': 'The standby can’t be reached.',
  'backups.finding.standby-unknown': 'The age of the standby’s data is unknown.',
  'backups.finding.no-schedule': 'No schedule is given, so a late backup can’t be noticed.',
  'backups.finding.stale-reading':
    '{age, select, none {Last check unknown: this computer’s clock was set back.} other {Last known state is {age} old: no newer report has come.}}',
  'backups.finding.clock-wrong': 'This computer’s clock is wrong, so the age is unknown.',
  'backups.finding.future': 'The report has future dates. A clock is probably wrong.',
  'backups.finding.nothing-known': 'Nothing is reported about it.',

  'backups.problem.unreachable': 'It can’t be reached.',
  'backups.problem.timeout': 'It didn’t answer in time.',
  'backups.problem.too-large': 'Its answer is larger than 1 MiB.',
  'backups.problem.not-json': 'It answers, but not with JSON data.',
  'backups.problem.html': 'It answers with a web page instead of data.',
  'backups.problem.empty': 'Its answer is empty.',
  'backups.problem.needs-newer':
    'It needs a newer Coop Tray: at {path}, this one knows {expected}.',
  'backups.problem.unexpected': 'Expected at {path}: {expected}',
  'backups.problem.future': 'The date at {path} is in the future. A clock is probably wrong.',
  'backups.problem.no-access': 'It answers, but you don’t have access.',
  'backups.problem.http-status': 'It answers with error {status}.',
  'backups.problem.not-found': 'There’s nothing at its address.',
  'backups.problem.unreadable': 'It’s there, but it isn’t a file that you may open.',
  'backups.problem.no-targets': 'It lists no backups.',
  'backups.problem.secret-missing': 'It needs a key, and none is saved on this computer.',
  'backups.problem.secret-moved':
    'Your co-op’s settings for it have changed since you entered the key, so the key wasn’t sent. Ask your co-op if that’s right, then enter it again.',
  'backups.problem.insecure':
    'Not checked: its address isn’t secure, so others could read the key. Your co-op has to list one that starts with https.',

  'backups.bytes.0': '{amount, number} B',
  'backups.bytes.1': '{amount, number} kB',
  'backups.bytes.2': '{amount, number} MB',
  'backups.bytes.3': '{amount, number} GB',
  'backups.bytes.4': '{amount, number} TB',

  'backups.lint.well': '{count, plural, one {# backup} other {# backups}}, no errors in the file',
  'backups.lint.faults':
    '{count, plural, one {# backup} other {# backups}}, {faults, plural, one {# error} other {# errors}} in the file',
  'backups.lint.fresh': 'Last good backup: {time}, {age} ago.',
  'backups.lint.unreadable': '{source} can’t be read. {why}',
  'backups.lint.unknownKey': 'a name this format knows; this one is ignored',
} as const;
