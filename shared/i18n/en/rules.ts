/** Dependencies, planned maintenance, standbys, domains and the emergency card, in English. */
export const rules = {
  // Dependencies
  'notify.down.with':
    '{name} is down, affecting {count, plural, one {# other service} other {# other services}}',
  'notify.up.with':
    '{name} is up again, and so {count, plural, one {is # other service} other {are # other services}}',
  'notify.lineWith':
    '{name}: {verdict}, affecting {count, plural, one {# other service} other {# other services}}',
  'notify.dependents': 'Also affected: {names}.',
  'menu.serviceWith':
    '{name}: {verdict}, affecting {count, plural, one {# other service} other {# other services}}',
  'depends.count':
    '{count, plural, one {# service depends on it} other {# services depend on it}}: {names}',
  'depends.because': 'Caused by {name}, which it depends on.',

  // Planned maintenance
  'reason.planned': 'Planned maintenance: {title}.',
  'status.until': '{verdict} until {time}',
  'plan.now': 'Planned maintenance until {until}: {title}. Still working for now.',
  'plan.next': 'Planned maintenance, {from} – {until}: {title}.',
  'plan.all': 'all services',

  // Emergency card
  'page.emergency': 'Emergency',
  'emergency.title': 'If everything is down',
  'emergency.hint': 'Open the Emergency page in Coop Tray to see how to reach each other.',
  'emergency.offer': 'Need another way to reach people?',
  'emergency.steps': 'What to do',
  'emergency.contacts': 'Contacts',
  'emergency.call': 'Call',
  'emergency.callName': 'Call {name}',
  'emergency.write': 'Email',
  'emergency.writeName': 'Email {name}',
  'emergency.copy': 'Copy',
  'emergency.copyValue': 'Copy {value}',
  'emergency.copied': 'Copied',
  'emergency.kept': 'Saved on this computer, so you can read it offline.',

  // Standby
  'standby.title': 'Standby',
  'standby.fresh': '{name} is available (data from {time}).',
  'standby.stale': '{name} is available, but its data is old (from {time}).',
  'standby.unknown': '{name} is available; the age of its data is unknown.',
  'standby.away': '{name} isn’t available right now.',

  // Domains
  'reason.domain-expiring':
    '{days, plural, =0 {The domain {domain} expires today.} one {The domain {domain} expires in # day.} other {The domain {domain} expires in # days.}}',
  'reason.domain-expired': 'The domain {domain} expired on {date}.',
  'reason.domain-redemption':
    'The domain {domain} wasn’t renewed and is about to be lost, says its registry. It has to be renewed at the registrar today.',
  'reason.domain-restoring':
    'The domain {domain} was about to be lost and is being restored, says its registry. Its owner should check with the registrar that everything is settled.',
  'reason.domain-deleting':
    'The registry is deleting the domain {domain}. Its owner has to call the registrar today.',
  'reason.domain-held':
    'The registry is keeping the domain {domain} out of DNS, so nothing on it can be found. Its owner has to ask the registrar why.',
  'domain.title': 'Domain',
  'domain.until': '{domain}, registered until {date}',
  'domain.unknown': '{domain}; expiry date unknown',

  // Matrix federation
  'reason.federation-answer': 'It answers, but not the way Matrix servers answer each other.',
  'reason.federation-partly':
    'Other Matrix servers can reach it, but not everywhere: {host} isn’t answering correctly.',
  'reason.federation-tester': 'You can reach it, but other Matrix servers can’t.',
} as const;
