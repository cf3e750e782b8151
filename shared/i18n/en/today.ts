/** Today: what concerns the member now, in English. */
export const today = {
  'page.today': 'Today',
  'today.lines': 'What needs you now',
  'today.nothing': 'Nothing needs you right now.',
  'today.unsure': 'Not everything is known yet. What needs you will appear here.',
  'today.more': '{count} more under “{page}”',
  'today.call.at': '{title}, {time}',
  'today.answers':
    '{count, plural, one {# new reply to your feedback} other {# new replies to your feedback}}',
  'today.answers.open': 'Read replies',
  'today.news': '{count, plural, one {# new announcement} other {# new announcements}}',
  'today.news.open': 'Read the news',
  'today.backups.open': 'View backups',
  'today.work.now': 'Maintenance until {until}: {title}',
  'today.work.next': 'Planned maintenance, {from} – {until}: {title}',
  'today.work.all': 'All services',
} as const;
