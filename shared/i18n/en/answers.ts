/** Answers to feedback, announcements and reports of the co-op, in English. */
export const answers = {
  'answers.outcome.none': 'No answer yet',
  'answers.outcome.seen': 'Seen',
  'answers.outcome.working': 'Being worked on',
  'answers.outcome.fixed': 'Fixed',
  'answers.outcome.closed': 'Closed',
  'answers.unknown': 'Nobody has been asked yet whether there is an answer.',
  'answers.asOf': 'As of {time}',
  'answers.replies': 'Answers to “{title}”',
  'answers.show':
    '{count, plural, =0 {Write an answer} one {Show 1 answer} other {Show # answers}}',
  'answers.hide': 'Hide the answers',
  'answers.of': '{action}: {title}',
  'answers.unread': '{count, plural, one {1 new} other {# new}}',
  'answers.new': 'New',
  'answers.unreadable':
    '{count, plural, one {# answer there could not be read here.} other {# answers there could not be read here.}} All of them are where it was sent.',
  'answers.you': 'You',
  'answers.box': 'Your answer',
  'answers.send': 'Send the answer',
  'answers.gone': 'What you want to answer is no longer in the list.',
  'answers.failed': 'The answer could not be kept. Your text is still here.',
  'answers.anew': 'Written anew, it goes to those who can read it there now.',
  'answers.retry': 'Try again',
  'answers.discard': 'Discard the answer',
  'answers.taken': 'Sending your reply…',
  'answers.read': 'Mark as read',

  'answers.menu.unread':
    '{count, plural, one {1 answer or announcement is new} other {# answers and announcements are new}}',
  'answers.rail.unread': ', {count} new',

  'answers.notify.reply': '{by} answered “{title}”',
  'answers.notify.outcome': '“{title}”: {outcome}',
  'answers.notify.announcement': 'Your co-op announces',
  'answers.notify.report': '{name}: {state}, reports your co-op',
  'answers.notify.line': '{title}: {text}',
  'answers.notify.many':
    '{count, plural, one {1 piece of news from your co-op} other {# pieces of news from your co-op}}',
  'answers.notify.more': '{count, plural, one {and 1 more} other {and # more}}',
  'answers.notify.quiet': 'While it was quiet: {title}',

  'answers.reported': 'Reported by the co-op at {time}: {state}.',
  'answers.reported.since': '{state} since {time}',
  'answers.reported.title': 'Reported by the co-op',
  'answers.reported.says': 'What your co-op says stands beside what Coop Tray sees for itself.',

  'page.announcements': 'News',
  'news.title': 'What your co-op announces',
  'news.loading': 'The announcements are being read …',
  'news.failed': 'The announcements could not be read because of a fault of Coop Tray’s own.',
  'news.signed-out': 'To read what is announced in {room}, sign in to Matrix in the settings.',
  'news.outside':
    'Your co-op announces in the room {room}, and you are not in it yet. Once you join, you read it here; everybody in the room can see that you have joined.',
  'news.join': 'Join',
  'news.joining': 'Joining …',
  'news.join.failed':
    'The room could not be joined. Try again later, or ask in your co-op for an invitation.',
  'news.waiting': '{room} is being read.',
  'news.unreadable': '{room} could not be read. What is below was read before.',
  'news.none': 'Nothing has been announced in {room} yet.',
  'news.odd':
    '{count, plural, one {# message could not be read here. Open {room} in a program for Matrix to read it.} other {# messages could not be read here. Open {room} in a program for Matrix to read them.}}',
  'news.open': 'Open {address} in the browser',
  'news.new': 'New',
} as const;
