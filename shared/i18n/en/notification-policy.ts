/** Quiet hours, snoozes and acknowledgements, in English. */
export const policy = {
  'summary.muted': '{sentence}, {count, plural, one {# service} other {# services}} muted',
  'summary.alsoMuted': '{sentence} ({count} muted)',
  'summary.allMuted':
    '{count, plural, one {The only service is muted} other {All # services are muted}}',

  'policy.whileQuiet': 'During quiet hours: {what}',
  'policy.still': '{name} is still {verdict}',
  'policy.since': 'Since {time}.',
  'policy.line': '{name}: {verdict} since {time}',
  'policy.cameBack':
    '{count, plural, one {# other service had a problem and recovered.} other {# other services had problems and recovered.}}',

  'menu.muted': '{label} (muted)',
  'menu.seen': '{label} (known)',
  'menu.seenBy': '{label} (known by {by})',
  'policy.pause': 'Pause notifications',
  'policy.pause.1h': 'For 1 hour',
  'policy.pause.4h': 'For 4 hours',
  'policy.pause.tomorrow': 'Until tomorrow',
  'policy.pause.open': 'Until I resume them',
  'policy.resume': 'Resume notifications',
  'policy.quiet': 'Notifications paused',
  'policy.quietUntil': 'Notifications paused until {time}',
  'policy.paused': 'Notifications are paused until you resume them.',
  'policy.pausedUntil': 'Notifications are paused until {time}.',
  'policy.nothingLost': 'Changes still show here. You’ll get a summary afterwards.',

  'policy.setAside': 'Mute or mark as known',
  'policy.snooze': 'Mute',
  'policy.snoozeService': 'Mute {name}',
  'policy.snooze.1h': 'Mute for 1 hour',
  'policy.snooze.4h': 'Mute for 4 hours',
  'policy.snooze.tomorrow': 'Mute until tomorrow',
  'policy.snooze.open': 'Mute until it recovers',
  'policy.snooze.explain':
    'No notifications about {name}, and the tray icon ignores it. Checks continue.',
  'policy.unsnooze': 'Unmute',
  'policy.unsnoozeService': 'Unmute {name}',
  'policy.mutedList': 'Muted',
  'policy.mutedUntil': 'Muted until {time}',
  'policy.mutedUntilUp': 'Muted until it recovers',

  'policy.seen': 'Mark as known…',
  'policy.seenService': 'Mark as known: {name}',
  'policy.seen.explain':
    'You won’t be notified again until it recovers. It still counts as a problem.',
  'policy.seen.reason': 'Note (for example “El is restarting it”)',
  'policy.seen.length': 'Remind me if it isn’t fixed',
  'policy.seen.4h': 'In 4 hours',
  'policy.seen.24h': 'In 24 hours',
  'policy.seen.open': 'Don’t remind me',
  'policy.seen.submit': 'Mark as known',
  'policy.seenLine': 'Known: {reason}',
  'policy.seen.submitShare': 'Mark as known and share',
  'policy.seenSharedLine': 'Known and shared: {reason}',
  'policy.seenByLine': '{by}, {time}: {note}',
  'policy.earlierNotes': '{count, plural, one {# earlier note} other {# earlier notes}}',
  'policy.unreadNotes':
    '{count, plural, one {# note from others couldn’t be read here. Open {room} in a Matrix app to read it.} other {# notes from others couldn’t be read here. Open {room} in a Matrix app to read them.}}',
  'policy.share': 'Also tell the others',
  'policy.share.place': '{name} ({room})',
  'policy.share.where':
    'Posts to {place} as {userId}. Everyone there sees the service, since when, your note and how long it holds. You join the room if you aren’t in it yet.',
  'policy.share.signIn': 'To tell the others too, sign in to Matrix in Settings.',
  'policy.share.full':
    'Saved here, but not shared: too many messages are already waiting. Send or delete some on the Feedback page.',
  'policy.share.failed': 'Saved here, but couldn’t be shared.',
  'policy.withdraw': 'Undo',
  'policy.withdrawShared': 'Undo and tell the others',
  'policy.withdraw.full':
    'Still marked as known, because the others can’t be told: too many messages are already waiting. Send or delete some on the Feedback page, then try again.',
  'policy.withdraw.failed':
    'Still marked as known, because the others couldn’t be told. Try again.',

  'ack.seen': 'Known: {name}. {note}',
  'ack.since': 'State: {verdict}, since {time} UTC',
  'ack.withdrawn': 'No longer marked as known: {name}',

  'policy.cancel': 'Cancel',

  'settings.quiet': 'Quiet hours',
  'settings.quiet.explain':
    'No notifications outside your working hours. The icon stays up to date, and you get one summary when your day starts.',
  'settings.quiet.on': 'Pause notifications outside my working hours',
  'settings.quiet.days': 'I work on',
  'settings.quiet.from': 'From',
  'settings.quiet.to': 'To',
  'settings.quiet.overnight': 'Ends the next day.',
  'settings.quiet.always': 'No days selected: notifications stay off.',
  'settings.quiet.coop': 'Suggested by your co-op. You can change them.',
  'settings.quiet.damaged':
    'Some of your quiet hours, muted services and notes couldn’t be read and were reset. Please set them again.',
} as const;
