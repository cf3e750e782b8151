/** Quiet hours, snoozes and acknowledgements, in English. */
export const peace = {
  'summary.muted': '{sentence}, {count} muted',
  'summary.alsoMuted': '{sentence} ({count} muted)',
  'summary.allMuted':
    '{count, plural, one {The one service is muted} other {All # services are muted}}',

  'peace.whileQuiet': 'While it was quiet: {what}',
  'peace.still': '{name} is still {verdict}',
  'peace.since': 'Since {time}.',
  'peace.line': '{name}: {verdict} since {time}',
  'peace.cameBack':
    '{count, plural, one {One other service was in trouble and is well again.} other {# other services were in trouble and are well again.}}',

  'menu.muted': '{label} (muted)',
  'menu.seen': '{label} (seen)',
  'menu.seenBy': '{label} (seen by {by})',
  'peace.pause': 'Pause notifications',
  'peace.pause.1h': 'For 1 hour',
  'peace.pause.4h': 'For 4 hours',
  'peace.pause.tomorrow': 'Until tomorrow',
  'peace.pause.open': 'Until I turn them on again',
  'peace.resume': 'Turn notifications on again',
  'peace.quiet': 'Quiet until you end it',
  'peace.quietUntil': 'Quiet until {time}',
  'peace.paused': 'Notifications are paused until you turn them on again.',
  'peace.pausedUntil': 'Notifications are paused until {time}.',
  'peace.nothingLost': 'What changes meanwhile is shown here, and told afterwards.',

  'peace.snooze': 'Snooze',
  'peace.snoozeService': 'Snooze {name}',
  'peace.snooze.1h': 'Snooze for 1 hour',
  'peace.snooze.4h': 'Snooze for 4 hours',
  'peace.snooze.tomorrow': 'Snooze until tomorrow',
  'peace.snooze.open': 'Snooze until it recovers',
  'peace.snooze.explain':
    'You are not told of {name}, and it does not colour the icon. It is still checked.',
  'peace.unsnooze': 'Stop snoozing',
  'peace.unsnoozeService': 'Stop snoozing {name}',
  'peace.mutedList': 'Muted',
  'peace.mutedUntil': 'muted until {time}',
  'peace.mutedUntilUp': 'muted until it recovers',

  'peace.seen': 'Seen',
  'peace.seenService': 'Mark the trouble of {name} as seen',
  'peace.seen.explain':
    'You are not told of it again until it is well. It still counts, and is still checked.',
  'peace.seen.reason': 'What is known or done about it',
  'peace.seen.length': 'Remind me if it is not well by then',
  'peace.seen.4h': 'In 4 hours',
  'peace.seen.24h': 'In 24 hours',
  'peace.seen.open': 'Never',
  'peace.seen.submit': 'Mark as seen',
  'peace.seenLine': 'Seen: {reason}',
  'peace.seen.submitShare': 'Mark as seen and tell them',
  'peace.seenSharedLine': 'Seen, and put into “Feedback” for the others: {reason}',
  'peace.seenByLine': 'Seen by {by}: {note} ({time})',
  'peace.unreadNotes':
    '{count, plural, one {# note from others could not be read here. Open {room} in a program for Matrix to read it.} other {# notes from others could not be read here. Open {room} in a program for Matrix to read them.}}',
  'peace.share': 'Tell the others, too',
  'peace.share.place': '{name} ({room})',
  'peace.share.where':
    'It goes to the room {place} as {userId}. Everybody in that room can read it: the service, since when it is in trouble, your note, and until when it holds. If you are not in the room yet, you join it, which they can see. They are told of the trouble all the same.',
  'peace.share.signIn': 'To tell the others as well, sign in to Matrix in the settings.',
  'peace.share.full':
    'It holds on this machine, but the others are not told: too much waits to be sent already. Discard some of it on the page “Feedback”.',
  'peace.share.failed': 'It holds on this machine, but the others could not be told.',
  'peace.withdraw': 'Not seen after all',
  'peace.withdrawShared': 'Not seen after all: tell the others',
  'peace.withdraw.full':
    'It still holds, because the others cannot be told: too much waits to be sent already. Discard some of it on the page “Feedback”, then take it back again.',
  'peace.withdraw.failed':
    'It still holds, because the others could not be told. Please try again.',

  'ack.seen': 'Seen: {name}. {note}',
  'ack.since': 'State: {verdict}, since {time} UTC',
  'ack.withdrawn': 'Not seen after all: {name}',

  'peace.cancel': 'Cancel',

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
