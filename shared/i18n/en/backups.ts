/** Findings about backups, and why a source cannot be read, in English. */
export const backups = {
  'backups.state.good': 'Safe',
  'backups.state.warning': 'Wants attention',
  'backups.state.unknown': 'Not known',
  'backups.state.bad': 'Not safe',

  'backups.finding.failed':
    '{error, select, none {The last run failed ({time}).} other {The last run failed ({time}): “{error}”}}',
  'backups.finding.late':
    'The backup that was due ({due}) has not come. {age, select, none {The last good one: {last}.} other {The last good one: {last}, {age} ago.}}',
  'backups.finding.never-ran': 'It has never run: there is no backup.',
  'backups.finding.gone':
    'Its source told of it until {time}, {age} ago, and tells of it no more: what was kept may have been deleted.',
  'backups.finding.empty': 'Its source can be read, and there is no backup in it.',
  'backups.finding.paused':
    '{age, select, none {The program that makes it is paused: no backup is made until somebody lets it go on.} other {The program that makes it is paused until {time}: no backup is made before.}}',
  'backups.finding.missing-days':
    '{count, plural, one {On one day of the last 90 there is no backup: {day}.} other {On # days of the last 90 there is no backup, the latest {day}.}}',
  'backups.finding.retention-short':
    '{held, plural, one {It has backups of one day, where {wanted} are wanted.} other {It has backups of # days, where {wanted} are wanted.}}',
  'backups.finding.shrunk':
    'The last backup is much smaller than those before: {size}, where {usual} is usual.',
  'backups.finding.check-failed':
    '{error, select, none {The last integrity check failed ({time}).} other {The last integrity check failed ({time}): “{error}”}}',
  'backups.finding.check-old': 'The last integrity check was {age} ago ({date}).',
  'backups.finding.check-never': 'Its integrity has never been checked.',
  'backups.finding.upkeep-failed':
    '{error, select, none {Old copies could not be cleared away ({time}).} other {Old copies could not be cleared away ({time}): “{error}”}}',
  'backups.finding.drill-failed': 'The last try to restore something failed ({date}).',
  'backups.finding.drill-never': 'Nobody has ever tried to restore something from it.',
  'backups.finding.drill-old':
    'Restoring was last tried {age} ago ({date}); it should be tried every {days} days.',
  'backups.finding.standby-stale':
    'The data of the standby are {age} old ({time}); they should not be older than {hours, plural, one {# hour} other {# hours}}.',
  'backups.finding.standby-unreachable': 'The standby cannot be reached.',
  'backups.finding.standby-unknown': 'How old the data of the standby are is not known.',
  'backups.finding.no-schedule':
    'Nothing says when it should run, so nobody can tell whether it is late.',
  'backups.finding.stale-reading':
    '{age, select, none {When it was last read is not known: the clock of this machine was set back.} other {What is known of it is {age} old: nothing newer could be read.}}',
  'backups.finding.clock-wrong':
    'The clock of this computer is wrong, so nobody can tell how old it is.',
  'backups.finding.future':
    'Its source tells of times that have not come yet: a clock must be wrong.',
  'backups.finding.nothing-known': 'Its source says nothing of any backup.',

  'backups.problem.unreachable': 'It cannot be reached.',
  'backups.problem.timeout': 'It did not answer in time.',
  'backups.problem.too-large': 'Its answer is larger than 1 MiB.',
  'backups.problem.not-json': 'It answers, but not with data (JSON).',
  'backups.problem.html': 'It answers with a web page instead of data.',
  'backups.problem.empty': 'Its answer is empty.',
  'backups.problem.needs-newer':
    'It is written for a newer Coop Tray: at {path} this one knows {expected}.',
  'backups.problem.unexpected': 'At {path} this is expected: {expected}',
  'backups.problem.future': 'At {path} is a time that has not come yet: a clock must be wrong.',
  'backups.problem.no-access': 'It answers, but you may not read it.',
  'backups.problem.http-status': 'It answers with the error {status}.',
  'backups.problem.not-found': 'There is nothing at its address.',
  'backups.problem.no-targets': 'It names no backup at all.',
  'backups.problem.secret-missing': 'It wants a secret, and none is kept on this machine.',
  'backups.problem.secret-moved':
    'The co-op document now asks in another way than the one that its secret was typed for, so the secret was not sent. Ask your co-op whether that is right, then type it again.',
  'backups.problem.insecure':
    'It is not asked: its address is not protected, and others could read the secret on the way. The co-op document must name one that begins with https.',

  'backups.bytes.0': '{amount, number} B',
  'backups.bytes.1': '{amount, number} kB',
  'backups.bytes.2': '{amount, number} MB',
  'backups.bytes.3': '{amount, number} GB',
  'backups.bytes.4': '{amount, number} TB',

  'backups.lint.usage':
    'Usage: coop-tray backups lint FILE|URL [--json] [--lang=fr]\n\nSays what members would see of a file of the format coop-backups/1, and what is wrong in it.\nExit code: 0 it is well, 1 there are faults in it, 2 it cannot be read, 3 an option is misspelt.',
  'backups.lint.well': '{count, plural, one {One backup} other {# backups}}, no fault in the file',
  'backups.lint.faults':
    '{count, plural, one {One backup} other {# backups}}, {faults, plural, one {one fault} other {# faults}} in the file',
  'backups.lint.fresh': 'The last good one: {time}, {age} ago.',
  'backups.lint.unreadable': '{source} cannot be read. {why}',
  'backups.lint.unknownKey': 'a name that this format knows; this one is not read',
} as const;
