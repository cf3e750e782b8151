/** Answers to feedback, announcements and reports of the co-op, in English. */
export const answers = {
  'answers.outcome.none': 'No reply yet',
  'answers.outcome.seen': 'Seen',
  'answers.outcome.working': 'In progress',
  'answers.outcome.fixed': 'Fixed',
  'answers.outcome.closed': 'Closed',
  'answers.unknown': 'Replies not checked yet',
  'answers.asOf': 'Updated {time}',
  'answers.replies': 'Replies to “{title}”',
  'answers.show': '{count, plural, =0 {Reply} one {# reply} other {# replies}}',
  'answers.hide': 'Hide replies',
  'answers.of': '{action}: {title}',
  'answers.unread': '{count, plural, one {1 new} other {# new}}',
  'answers.new': 'New',
  'answers.unreadable':
    '{count, plural, one {# reply couldn’t be read here.} other {# replies couldn’t be read here.}} See them where it was sent.',
  'answers.today': 'Today, {time}',
  'answers.you': 'You',
  'answers.box': 'Your reply',
  'answers.send': 'Reply',
  'answers.gone': 'The message you’re replying to is no longer in the list.',
  'answers.failed': 'Your reply couldn’t be saved. Your text is still here.',
  'answers.anew': 'If you write it again, it goes to those who can read it there now.',
  'answers.retry': 'Try again',
  'answers.discard': 'Delete reply',
  'answers.taken': 'Sending your reply…',
  'answers.read': 'Mark as read',

  'answers.rail.unread': '{count} new',

  'answers.notify.reply': '{by} replied to “{title}”',
  'answers.notify.outcome': '“{title}”: {outcome}',
  'answers.notify.announcement': 'New announcement',
  'answers.notify.report': 'Your co-op reports {name}: {state}',
  'answers.notify.line': '{title}: {text}',
  'answers.notify.many':
    '{count, plural, one {# update from your co-op} other {# updates from your co-op}}',
  'answers.notify.more': '{count, plural, one {and 1 more} other {and # more}}',
  'answers.notify.quiet': 'During quiet hours: {title}',

  'answers.reported': 'Reported by your co-op, {time}: {state}.',
  'answers.reported.since': '{state} since {time}',
  'answers.reported.title': 'Reported by your co-op',
  'answers.reported.says': 'Your co-op’s report. Coop Tray’s own check is shown above.',

  'page.announcements': 'News',
  'news.title': 'News',
  'news.failed': 'The news couldn’t be read (a bug in Coop Tray).',
  'news.signed-out': 'To read the news in {room}, sign in to Matrix in Settings.',
  'news.outside':
    'Your co-op posts news in {room}. Join to read it here; others in the room will see that you joined.',
  'news.join': 'Join',
  'news.joining': 'Joining…',
  'news.join.failed':
    'Couldn’t join the room. Try again later, or ask your co-op for an invitation.',
  'news.unread': '{room} couldn’t be read.',
  'news.signIn': 'Sign in…',
  'news.unreadable': '{room} couldn’t be read. Below is its last known content.',
  'news.none': 'No news in {room} yet.',
  'news.odd':
    '{count, plural, one {# message couldn’t be read here. Open {room} in a Matrix app to read it.} other {# messages couldn’t be read here. Open {room} in a Matrix app to read them.}}',
  'news.new': 'New',
} as const;
