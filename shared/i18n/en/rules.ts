/** Dependencies, planned maintenance, standbys, domains and the emergency card, in English. */
export const rules = {
  // Dependencies
  'notify.down.with':
    '{name} is down, and {count, plural, one {one service} other {# services}} on it',
  'notify.up.with':
    '{name} is up again, and {count, plural, one {one service} other {# services}} on it',
  'notify.lineWith':
    '{name}: {verdict}, and {count, plural, one {one service} other {# services}} on it',
  'notify.dependents': 'On it: {names}.',
  'menu.serviceWith':
    '{name}: {verdict}, and {count, plural, one {one service} other {# services}} on it',
  'depends.count':
    '{count, plural, one {One service depends on it} other {# services depend on it}}: {names}',
  'depends.because': 'The cause is {name}, which it depends on.',

  // Planned maintenance
  'reason.planned': 'Planned maintenance: {title}.',
  'status.until': '{verdict} until {time}',
  'plan.now': 'Planned maintenance until {until}: {title}. It works at the moment.',
  'plan.next': 'Planned maintenance from {from} to {until}: {title}.',
  'plan.noteNow': 'Planned maintenance until {until}: {title}, for {names}',
  'plan.noteNext': 'Planned maintenance from {from} to {until}: {title}, for {names}',
  'plan.all': 'all services',

  // Emergency card
  'page.emergency': 'Where to meet',
  'emergency.title': 'If everything is down',
  'emergency.hint': '“Where to meet” in Coop Tray says how to reach each other meanwhile.',
  'emergency.offer': 'How to reach each other meanwhile:',
  'emergency.steps': 'What to do',
  'emergency.contacts': 'Who to reach',
  'emergency.call': 'Call',
  'emergency.callName': 'Call {name}',
  'emergency.write': 'Write',
  'emergency.writeName': 'Write to {name}',
  'emergency.kept':
    'From the co-op document, kept on this machine: it can be read without a network.',

  // Standby
  'standby.title': 'Standby',
  'standby.fresh': '{name} is up, as of {time}.',
  'standby.stale': '{name} is up, but its data are old, of {time}.',
  'standby.unknown': '{name} is up; the age of its data is not known.',
  'standby.away': '{name} is not available at the moment.',

  // Domains
  'reason.domain-expiring':
    '{days, plural, =0 {The domain {domain} ends today.} one {The domain {domain} ends in one day.} other {The domain {domain} ends in # days.}}',
  'reason.domain-expired': 'The registration of the domain {domain} ended {date}.',
  'reason.domain-redemption':
    'The domain {domain} was not renewed and is about to be lost, says its registry. Whoever looks after it has to renew it at the registrar today.',
  'reason.domain-restoring':
    'The domain {domain} was about to be lost and is being restored, says its registry. Whoever looks after it should ask the registrar whether all is done.',
  'reason.domain-deleting':
    'The registry is deleting the domain {domain}. Whoever looks after it has to call the registrar today.',
  'reason.domain-held':
    'The registry keeps the domain {domain} out of the DNS, so that what lives under it is no longer found. Whoever looks after it has to ask the registrar why.',
  'domain.title': 'Domain',
  'domain.until': '{domain}, registered until {date}',
  'domain.unknown': '{domain}; when its registration ends is not known',

  // Matrix federation
  'reason.federation-answer': 'It answers, but not as a Matrix server does to others.',
  'reason.federation-partly':
    'Other Matrix servers find it, but not everywhere that its address leads: {host} does not answer as it should.',
  'reason.federation-tester': 'You reach it, but a tester says that other Matrix servers do not.',
} as const;
