/** Status pages that the co-op names, in English. */
export const feeds = {
  'reason.feed-down': 'Its status page ({feed}) says that it is down.',
  'reason.feed-degraded': 'Its status page ({feed}) says that it is degraded.',
  'reason.feed-incident': 'Its status page ({feed}) says: “{title}”.',
  'reason.feed-maintenance': 'Its status page ({feed}) says that it is being worked on.',
  'reason.feed-planned':
    'It is being worked on as planned, says its status page ({feed}): “{title}”.',
  'reason.feed-unknown': 'Its status page ({feed}) tells nothing of it at the moment.',
  'reason.feed-asleep':
    'What its status page ({feed}) shows of it is old: nobody keeps it up to date at the moment.',
  'feed.title': 'Status page',
  'feed.disagree.says-up': 'The status page says that it is up, but you cannot reach it.',
  'feed.disagree.says-trouble': 'The status page tells of trouble, but it answers you well.',
  'feed.readAt': 'page read {time}',
  'feed.since': 'since {time}',
  'feed.maintenance.now': '{title}: being worked on now',
  'feed.maintenance.until': '{title}: being worked on until {until}',
  'feed.maintenance.from': '{title}: planned from {from}',
  'feed.maintenance.span': '{title}: planned from {from} to {until}',
  'feed.maintenance.sometime': '{title}: planned',
  'feed.silent.never': 'The status page “{feed}” cannot be read. {why}',
  'feed.silent.since': 'The status page “{feed}” cannot be read. {why} What it said is of {time}.',
  'feed.fault.no-answer': 'There is no answer.',
  'feed.fault.no-access': 'It answers, but you may not see it.',
  'feed.fault.status': 'It answers with the error {got}.',
  'feed.fault.too-large': 'Its answer is larger than 1 MiB.',
  'feed.fault.html-instead': 'It answers with a web page instead of data.',
  'feed.fault.not-json': 'It answers, but not with data (JSON).',
  'feed.fault.wrong-shape':
    'Its data are not of the kind that the co-op document names: {path} should be {expected}.',
  'feed.fault.too-many': 'Its data have {count} entries at {path}, where {limit} is the most.',
  'feed.fault.internal': 'Coop Tray could not read it because of a fault of its own.',
} as const;
