/** Everything a person reads, in English (ICU MessageFormat). French has the same keys; a test compares the placeholders. */
export const en = {
  'app.name': 'Coop Tray',

  'verdict.up': 'up',
  'verdict.degraded': 'degraded',
  'verdict.down': 'down',
  'verdict.maintenance': 'in maintenance',
  'verdict.unknown': 'unknown',
  'verdict.no-access': 'no access',
  'verdict.retired': 'retired',

  'summary.allUp': '{total, plural, one {The one service is up} other {All # services are up}}',
  'summary.down': '{count} of {total} down: {names}',
  'summary.degraded': '{count} of {total} degraded: {names}',
  'summary.maintenance': '{count} of {total} in maintenance: {names}',
  'summary.unknown': '{count} of {total} not known: {names}',
  'summary.notChecked':
    'Checking {total, plural, one {one service} other {# services}} for the first time',
  'summary.noServices': 'No services yet',
  'summary.offline': 'You are offline',
  'summary.captive': 'Your network wants you to sign in first',
  'summary.waking': 'Waiting for the network',
  'summary.noCoop': 'Tell Coop Tray where your co-op is',
  'summary.andMore': '{names} and {more} more',

  'headline.allUp': '{total, plural, one {The one service is up} other {All # services are up}}',
  'headline.attention':
    '{count, plural, one {# of {total} needs attention} other {# of {total} need attention}}',

  'offline.explain':
    'This machine has no way out at the moment, so nothing is known about the services. Coop Tray looks again by itself.',
  'captive.explain':
    'Something on your network answers in place of the internet: usually a sign-in page of a hotel, train or café. Open a browser and sign in.',
  'waking.explain':
    'This machine has just woken up. The services are checked as soon as the network is back.',

  'menu.open': 'Open Coop Tray',
  'menu.checkNow': 'Check now',
  'menu.checking': 'Checking…',
  'menu.quit': 'Quit',
  'menu.service': '{name}: {verdict}',

  'notify.down.title': '{name} is down',
  'notify.degraded.title': '{name} is degraded',
  'notify.up.title': '{name} is up again',
  'notify.down.many': '{count} services are down',
  'notify.degraded.many': '{count} services are degraded',
  'notify.up.many': '{count} services are up again',
  'notify.mixed': '{count} services have changed',
  'notify.line': '{name}: {verdict}',
  'notify.instead': 'Use {instead} meanwhile.',
  'notify.up.body': 'It works again.',
  'notify.noTray.title': 'Coop Tray keeps a window open',
  'notify.noTray.body':
    'This desktop has no place for tray icons. Start Coop Tray again whenever you want to see the window.',

  'reason.dns-not-found': 'The name {host} does not exist in the DNS.',
  'reason.dns-failed': 'The name {host} could not be looked up.',
  'reason.dns-answer': 'The DNS gives another answer than expected: {got}.',
  'reason.refused': 'The server refuses the connection: nothing runs there at the moment.',
  'reason.reset': 'The server closed the connection before it had answered.',
  'reason.unreachable': 'There is no way to the server.',
  'reason.timeout': 'No answer within {seconds} s ({phase}).',
  'reason.address-forbidden':
    'The address {address} is inside a machine or a data centre and is not asked.',
  'reason.tls-failed': 'The server does not speak TLS as it should.',
  'reason.certificate-untrusted':
    'The certificate comes from an authority that is not generally trusted ({issuer}).',
  'reason.certificate-wrong-host': 'The certificate is for another name than {host}.',
  'reason.certificate-expired': 'It answers, but its certificate ended {date}.',
  'reason.certificate-expiring':
    '{days, plural, =0 {Its certificate ends today.} one {Its certificate ends in one day.} other {Its certificate ends in # days.}}',
  'reason.protocol': 'The answer is not HTTP.',
  'reason.status': 'It answers with the error {got}.',
  'reason.redirect-loop': 'It sends visitors round in a circle.',
  'reason.redirect-refused': 'It sends visitors to an unsafe address.',
  'reason.body-too-large': 'The answer is larger than {limit}.',
  'reason.body-encoding': 'The answer is packed in a way that cannot be read.',
  'reason.keyword-missing': 'It answers, but without the expected text “{keyword}”.',
  'reason.keyword-present': 'It answers, but with the text “{keyword}”, which means trouble.',
  'reason.json-invalid': 'It answers, but not with data (JSON).',
  'reason.json-missing': 'It answers, but its data have nothing at {path}.',
  'reason.json-mismatch': 'It answers, but its data say {got} at {path}.',
  'reason.header-missing': 'It answers, but without the header {name}.',
  'reason.header-mismatch': 'It answers, but its header {name} says {got}.',
  'reason.slow': 'It is slow: {ms} ms, where {limitMs} ms are expected.',
  'reason.says-maintenance': 'It says that it is being worked on.',
  'reason.says-degraded': 'It says that it needs care.',
  'reason.no-access': 'It answers, but you may not see it.',
  'reason.not-checked': 'Not checked yet.',
  'reason.stale': 'The last reading is too old to count.',
  'reason.offline': 'You are offline.',
  'reason.captive': 'Your network wants you to sign in first.',
  'reason.waking': 'Waiting for the network.',
  'reason.retired': 'This service has ended.',
  'reason.document': 'The co-op document is wrong at {path}: {expected}.',
  'reason.needs-newer': 'This check ({type}) needs a newer Coop Tray.',
  'reason.internal': 'Coop Tray could not check this service because of a fault of its own.',

  'phase.dns': 'name look-up',
  'phase.connect': 'connection',
  'phase.tls': 'TLS',
  'phase.firstByte': 'first byte',
  'phase.body': 'rest of the answer',
  'phase.total': 'together',

  'page.status': 'Status',
  'page.settings': 'Settings',
  'nav.label': 'Pages',

  'status.checkedAt': 'checked {time}',
  'status.notCheckedYet': 'not checked yet',
  'status.checkNow': 'Check now',
  'status.checking': 'Checking…',
  'status.attention': 'Needs attention',
  'status.well': 'Well',
  'status.retired': 'Retired',
  'status.since': '{verdict} since {time} ({duration})',
  'status.justNow': 'just now',
  'status.confirming': 'checking again',
  'status.recovering': 'answers again, being confirmed',
  'status.lastKnown': 'last known: {verdict}',
  'status.asOf': 'as of {time}',
  'status.neverSeen': 'never checked',
  'status.use': 'Use {instead} meanwhile',
  'status.open': 'Open',
  'status.openService': 'Open {name}',
  'status.details': 'Details',
  'status.detailsOf': 'Details of {name}',
  'status.back': 'Back to all services',
  'status.copy': 'Copy details',
  'status.copied': 'Copied',
  'status.filter': 'Find a service',
  'status.noMatch': 'No service is called “{text}”.',
  'status.empty': 'The co-op document names no services yet.',
  'status.timings': 'Last check',
  'status.certificate': 'Certificate',
  'status.certificateUntil': 'valid until {date}, from {issuer}',
  'status.certificateUntrusted': 'not trusted by this machine, as the co-op intends',
  'status.interval': 'Checked every {duration}',
  'status.none': 'not measured',
  'status.ms': '{ms} ms',

  'problems.title':
    '{count, plural, one {One entry of the co-op document could not be read} other {# entries of the co-op document could not be read}}',
  'problems.line': '{path}: {expected}',
  'coop.cached': 'The co-op document could not be read again ({why}). This is the copy of {time}.',

  'join.title': 'Where is your co-op?',
  'join.explain':
    'Type the co-op’s domain. Coop Tray asks it for a small document that names its services. You can also give the document’s address or a file.',
  'join.label': 'Domain, address or file',
  'join.placeholder': 'hypha.coop',
  'join.submit': 'Continue',
  'join.busy': 'Looking…',
  'join.privacy': 'Nothing about you is sent anywhere.',

  'directory.address-invalid': 'This is neither a domain, nor an https address, nor a file.',
  'directory.not-found':
    'There is no co-op document at {source}. Ask whoever runs your co-op’s site.',
  'directory.unreachable': 'There is no answer from {source}. Are you online?',
  'directory.too-large': 'The document is larger than 1 MiB, which cannot be right.',
  'directory.not-json': 'What lies there is not a co-op document: it is not JSON.',
  'directory.not-a-coop-document': 'The document is wrong at {path}: {expected}.',
  'directory.needs-newer': 'This document is for a newer Coop Tray. Update the app.',
  'directory.file-unreadable': 'The file cannot be read.',

  'settings.coop': 'Your co-op',
  'settings.source': 'Document',
  'settings.readAt': 'Read',
  'settings.change': 'Use another co-op',
  'settings.about': 'About',
  'settings.version': 'Version {version}',
  'settings.licence': 'Free software under the GPL, version 3 or later.',
  'settings.privacy': 'Coop Tray asks the services and nobody else. It sends no usage data.',

  'tray.missing':
    'This desktop has no place for tray icons, so Coop Tray keeps this window reachable. Start Coop Tray again to bring it back.',
  'fault.title': 'This page has broken',
  'fault.explain': 'The fault is ours. The services are still being checked.',
  'fault.retry': 'Show the page again',
  'fault.call': 'That did not work. Please try again.',

  // Status pages
  'reason.feed-down': 'Its status page ({feed}) says that it is down.',
  'reason.feed-degraded': 'Its status page ({feed}) says that it is degraded.',
  'reason.feed-incident': 'Its status page ({feed}) says: “{title}”.',
  'reason.feed-maintenance': 'Its status page ({feed}) says that it is being worked on.',
  'reason.feed-planned':
    'It is being worked on as planned, says its status page ({feed}): “{title}”.',
  'reason.feed-unknown': 'Its status page ({feed}) tells nothing of it at the moment.',
  'feed.title': 'Status page',
  'feed.disagree.says-up': 'The status page says that it is up, but you cannot reach it.',
  'feed.disagree.says-trouble': 'The status page tells of trouble, but it answers you well.',
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
  // The rules of the document: dependencies
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

  // Where do we meet now?
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
  'domain.title': 'Domain',
  'domain.until': '{domain}, registered until {date}',
  'domain.unknown': '{domain}; when its registration ends is not known',

  // Matrix federation
  'reason.federation-answer': 'It answers, but not as a Matrix server does to others.',
  'reason.federation-tester': 'You reach it, but a tester says that other Matrix servers do not.',
  // Peace: quiet hours, snooze, acknowledge
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
  'peace.seenByLine': 'Seen by {by}: {reason}',
  'peace.withdraw': 'Not seen after all',
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
    'Your own quiet hours, snoozes and notes could not be read, and are the usual ones again. Please set them anew.',
} as const;

export type MessageKey = keyof typeof en;
