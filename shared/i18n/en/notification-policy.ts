/** Quiet hours, snoozes and acknowledgements, in English. */
export const policy = {
  'summary.muted': '{sentence}, {count} muted',
  'summary.alsoMuted': '{sentence} ({count} muted)',
  'summary.allMuted':
    '{count, plural, one {The one service is muted} other {All # services are muted}}',

  'policy.whileQuiet': 'While it was quiet: {what}',
  'policy.still': '{name} is still {verdict}',
  'policy.since': 'Since {time}.',
  'policy.line': '{name}: {verdict} since {time}',
  'policy.cameBack':
    '{count, plural, one {One other service was in trouble and is well again.} other {# other services were in trouble and are well again.}}',

  'menu.muted': '{label} (muted)',
  'menu.seen': '{label} (seen)',
  'menu.seenBy': '{label} (seen by {by})',
  'policy.pause': 'Pause notifications',
  'policy.pause.1h': 'For 1 hour',
  'policy.pause.4h': 'For 4 hours',
  'policy.pause.tomorrow': 'Until tomorrow',
  'policy.pause.open': 'Until I turn them on again',
  'policy.resume': 'Turn notifications on again',
  'policy.quiet': 'Quiet until you end it',
  'policy.quietUntil': 'Quiet until {time}',
  'policy.paused': 'Notifications are paused until you turn them on again.',
  'policy.pausedUntil': 'Notifications are paused until {time}.',
  'policy.nothingLost': 'What changes meanwhile is shown here, and told afterwards.',

  'policy.snooze': 'Snooze',
  'policy.snoozeService': 'Snooze {name}',
  'policy.snooze.1h': 'Snooze for 1 hour',
  'policy.snooze.4h': 'Snooze for 4 hours',
  'policy.snooze.tomorrow': 'Snooze until tomorrow',
  'policy.snooze.open': 'Snooze until it recovers',
  'policy.snooze.explain':
    'You are not told of {name}, and it does not colour the icon. It is still checked.',
  'policy.unsnooze': 'Stop snoozing',
  'policy.unsnoozeService': 'Stop snoozing {name}',
  'policy.mutedList': 'Muted',
  'policy.mutedUntil': 'muted until {time}',
  'policy.mutedUntilUp': 'muted until it recovers',

  'policy.seen': 'Seen',
  'policy.seenService': 'Mark the trouble of {name} as seen',
  'policy.seen.explain':
    'You are not told of it again until it is well. It still counts, and is still checked.',
  'policy.seen.reason': 'What is known or done about it',
  'policy.seen.length': 'Remind me if it is not well by then',
  'policy.seen.4h': 'In 4 hours',
  'policy.seen.24h': 'In 24 hours',
  'policy.seen.open': 'Never',
  'policy.seen.submit': 'Mark as seen',
  'policy.seenLine': 'Seen: {reason}',
  'policy.seen.submitShare': 'Mark as seen and tell them',
  'policy.seenSharedLine': 'Seen, and put into “Feedback” for the others: {reason}',
  'policy.seenByLine': 'Seen by {by}: {note} ({time})',
  'policy.unreadNotes':
    '{count, plural, one {# note from others could not be read here. Open {room} in a program for Matrix to read it.} other {# notes from others could not be read here. Open {room} in a program for Matrix to read them.}}',
  'policy.share': 'Tell the others, too',
  'policy.share.place': '{name} ({room})',
  'policy.share.where':
    'It goes to the room {place} as {userId}. Everybody in that room can read it: the service, since when it is in trouble, your note, and until when it holds. If you are not in the room yet, you join it, which they can see. They are told of the trouble all the same.',
  'policy.share.signIn': 'To tell the others as well, sign in to Matrix in the settings.',
  'policy.share.full':
    'It holds on this machine, but the others are not told: too much waits to be sent already. Discard some of it on the page “Feedback”.',
  'policy.share.failed': 'It holds on this machine, but the others could not be told.',
  'policy.withdraw': 'Not seen after all',
  'policy.withdrawShared': 'Not seen after all: tell the others',
  'policy.withdraw.full':
    'It still holds, because the others cannot be told: too much waits to be sent already. Discard some of it on the page “Feedback”, then take it back again.',
  'policy.withdraw.failed':
    'It still holds, because the others could not be told. Please try again.',

  'ack.seen': 'Seen: {name}. {note}',
  'ack.since': 'State: {verdict}, since {time} UTC',
  'ack.withdrawn': 'Not seen after all: {name}',

  'policy.cancel': 'Cancel',

  'settings.quiet': 'Quiet hours',
  'settings.quiet.explain':
    'Outside your working hours nothing disturbs you. The icon and this window still show the truth, and what still stands is told in one notification when your day begins.',
  'settings.quiet.on': 'Be quiet outside my working hours',
  'settings.quiet.days': 'I work on',
  'settings.quiet.from': 'From',
  'settings.quiet.to': 'To',
  'settings.quiet.overnight': 'The end is on the next day.',
  'settings.quiet.always': 'With no day chosen it is always quiet.',
  'settings.quiet.coop':
    'These are the hours that your co-op proposes. Yours win as soon as you change them.',
  'settings.quiet.damaged':
    'Not all of your quiet hours, snoozes and notes could be read. What is missing is as it usually is: please set it anew.',
} as const;
