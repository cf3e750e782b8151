/** What services mean for members: chores, groups, their own services. */
export const services = {
  'summary.mineUp': 'Your services are working',
  'summary.upBut':
    '{count, plural, one {{names} is under maintenance} other {{names} are under maintenance}}, everything else is working',
  'cli.chores': 'For admins: {names}',
  'headline.down':
    '{count, plural, one {{first} is down} =2 {{first} and {second} are down} other {# services are down}}',
  'headline.degraded':
    '{count, plural, one {{first} has problems} =2 {{first} and {second} have problems} other {# services have problems}}',
  'headline.unknown':
    '{count, plural, one {{first} can’t be checked} =2 {{first} and {second} can’t be checked} other {# services can’t be checked}}',
  'headline.awaited': '{sentence}, {count, number} not checked yet',
  'rail.problems': '{count, plural, one {# problem} other {# problems}}',
  'rail.unknown': '{count} unknown',
  'rail.maintenance': '{count} in maintenance',
  'rail.offline': 'Offline',
  'rail.captive': 'Network sign-in needed',
  'status.count': '{count, plural, one {# service} other {# services}}',
  'status.alsoDegraded':
    '{count, plural, one {{first} also has problems.} other {# other services have problems.}}',
  'status.elsewhere':
    '{count, plural, one {# other service has a problem.} other {# other services have problems.}}',
  'status.useButton': 'Use {instead}',
  'status.copyInstead': 'Copy {instead}',
  'status.more': 'More',
  'status.group.other': 'Other services',
  'status.group.all': 'All services',
  'status.uptime': '{uptime} uptime in 90 days',
  'status.star': '{name} is one of my services',
  'status.lastSeen': 'Last known: {verdict} ({time})',
  'status.plans': 'Planned maintenance',
  'status.plan.next': '{from} – {until}',
  'status.plan.now': 'Now, until {until}',
  'status.week': 'This week',
  'status.week.none': 'No incidents in the last 7 days',
  'status.chores': 'For admins: {names}',
  'status.chores.none': 'For admins',
  'status.titleOf': '{name}: {verdict}',
  'status.choreNote': 'For admins: {why}',
  'strip.list': 'Show as list',
  'live.changed': '{name}: {verdict}.',
  'live.instead': '{sentence} Use {instead} for now.',
  'live.more': '{count, plural, one {And # other service.} other {And # other services.}}',
  'history.times.one': '{ms} ms (1 check)',
  'policy.muted': 'Muted',
} as const;
