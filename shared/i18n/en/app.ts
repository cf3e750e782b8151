/** The window, the tray, notifications and reasons, in English. */
export const app = {
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
  'summary.someNotChecked':
    'Checking {count, number} of {total, number} services for the first time',
  'summary.noServices': 'No services yet',
  'summary.offline': 'You are offline',
  'summary.captive': 'Your network wants you to sign in first',
  'summary.waking': 'Waiting for the network',
  'summary.clockWrong': 'The clock of this computer is wrong',
  'summary.noCoop': 'Tell Coop Tray where your co-op is',
  'summary.andMore': '{names} and {more} more',

  'headline.allUp': '{total, plural, one {The one service is up} other {All # services are up}}',
  'headline.attention':
    '{count, plural, one {# of {total} needs attention} other {# of {total} need attention}}',
  'headline.andAwaited': '{sentence}, {count, number} not checked yet',

  'offline.explain':
    'This machine has no way out at the moment, so nothing is known about the services. Coop Tray looks again by itself.',
  'captive.explain':
    'Something on your network answers in place of the internet: usually a sign-in page of a hotel, train or café. Open a browser and sign in.',
  'waking.explain':
    'This machine has just woken up. The services are checked as soon as the network is back.',

  'clock.behind':
    'The clock of this computer is {span} behind, so certificates and dates cannot be judged. Set the date and time, best of all automatically. Coop Tray looks again by itself.',
  'clock.ahead':
    'The clock of this computer is {span} ahead, so certificates and dates cannot be judged. Set the date and time, best of all automatically. Coop Tray looks again by itself.',

  'menu.open': 'Open Coop Tray',
  'menu.checkNow': 'Check now',
  'menu.checking': 'Checking…',
  'menu.echo': 'Echo test…',
  'menu.echo.guest': 'Echo test',
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
  'reason.tls-too-old':
    'The server offers only encryption that is too old to be safe. Browsers refuse it too.',
  'reason.tls-client-certificate':
    'The server lets in only those who show a certificate of their own, and Coop Tray has none.',
  'reason.certificate-untrusted':
    'The certificate comes from an authority that is not generally trusted ({issuer}).',
  'reason.certificate-incomplete':
    'The server does not send all of its certificates: that of {issuer} is missing. Some browsers find it by themselves, others warn.',
  'reason.certificate-wrong-host': 'The certificate is for another name than {host}.',
  'reason.certificate-not-yet-valid': 'It answers, but its certificate is valid only from {date}.',
  'reason.certificate-expired': 'It answers, but its certificate ended {date}.',
  'reason.certificate-chain-expired':
    'It answers, but the certificate of {name}, which its own depends on, ended {date}.',
  'reason.certificate-weak':
    'It answers, but its certificate has a key or a signature that is too weak to be safe.',
  'reason.certificate-invalid':
    'It answers, but its certificate is not made for a server, or is faulty.',
  'reason.certificate-expiring':
    '{days, plural, =0 {Its certificate ends today.} one {Its certificate ends in one day.} other {Its certificate ends in # days.}}',
  'reason.certificate-chain-expiring':
    '{days, plural, =0 {The certificate of {name}, which its own depends on, ends today.} one {The certificate of {name}, which its own depends on, ends in one day.} other {The certificate of {name}, which its own depends on, ends in # days.}}',
  'reason.protocol': 'The answer is not HTTP.',
  'reason.headers-too-large': 'The headers of its answer are longer than {limit}.',
  'reason.answer-contradicts': 'Its answer has {name} twice, with two values: browsers refuse it.',
  'reason.status': 'It answers with the error {got}.',
  'reason.redirect-loop': 'It sends visitors round in a circle.',
  'reason.redirect-refused': 'It sends visitors to an unsafe address.',
  'reason.body-too-large': 'The answer is larger than {limit}.',
  'reason.body-encoding': 'The answer is packed in a way that cannot be read.',
  'reason.body-mismatch': 'It answers “{got}”, where “{expected}” is expected.',
  'reason.keyword-missing': 'It answers, but without the expected text “{keyword}”.',
  'reason.keyword-present': 'It answers, but with the text “{keyword}”, which means trouble.',
  'reason.json-invalid': 'It answers, but not with data (JSON).',
  'reason.json-too-much':
    'It answers, but with more data than can be gone through for {path}: nothing is known of it.',
  'reason.json-missing': 'It answers, but its data have nothing at {path}.',
  'reason.json-mismatch': 'It answers, but its data say {got} at {path}.',
  'reason.header-missing': 'It answers, but without the header {name}.',
  'reason.header-mismatch': 'It answers, but its header {name} says {got}.',
  'reason.slow': 'It is slow: {ms} ms, where {limitMs} ms are expected.',
  'reason.says-maintenance': 'It says that it is being worked on.',
  'reason.says-degraded': 'It says that it needs care.',
  'reason.no-access': 'It answers, but you may not see it.',
  'reason.refuses-us':
    'It answers, but asks this app to come back later: how it is is not known until then.',
  'reason.bot-guard':
    'A guard before it wants to see a browser, so this app cannot see how it is. Open its page to find out.',
  'reason.not-checked': 'Not checked yet.',
  'reason.stale': 'The last reading is too old to count.',
  'reason.offline': 'You are offline.',
  'reason.captive': 'Your network wants you to sign in first.',
  'reason.waking': 'Waiting for the network.',
  'reason.clock-wrong': 'The clock of this computer is wrong, so this cannot be known.',
  'reason.retired': 'This service has ended.',
  'reason.document': 'The co-op document is wrong at {path}. {remedy}',
  'reason.needs-newer': 'This check ({type}) needs a newer Coop Tray.',
  'reason.internal': 'Coop Tray could not check this service because of a fault of its own.',

  'remark.title': 'Its answer',
  'remark.lead':
    'For whoever runs it: its answer is untidy. Browsers take it, other programs may not.',
  'remark.status-line': 'Its first line is not quite HTTP.',
  'remark.line-ends': 'Lines of its headers end in an odd way.',
  'remark.folded-header': 'A header is folded over several lines.',
  'remark.odd-header': 'A header has a name or signs that headers may not have.',
  'remark.two-lengths': 'It tells its length in more than one way.',
  'remark.chunks': 'Its pieces (chunks) are marked in an odd way.',
  'remark.packing': 'It is not packed as its Content-Encoding says.',
  'remark.cut-short': 'It ends before it says that it does.',

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
    '{count, plural, one {One entry of the co-op document is wrong} other {# entries of the co-op document are wrong}}',
  'problems.line': '{path}: {remedy}',
  'coop.cached': 'The co-op document could not be read again ({why}). This is the copy of {time}.',

  'join.title': 'Where is your co-op?',
  'join.explain':
    'Type the co-op’s domain. Coop Tray asks it for a small document that names its services. You can also give the document’s address or a file.',
  'join.awaited.title': 'Your co-op’s document cannot be read',
  'join.awaited':
    'Coop Tray knows your co-op, {source}, but has no document of it that it can read. {why} It asks again by itself; “Continue” asks at once.',
  'join.label': 'Domain, address or file',
  'join.placeholder': 'hypha.coop',
  'join.submit': 'Continue',
  'join.busy': 'Looking…',
  'join.privacy': 'Nothing about you is sent anywhere.',

  'directory.address-invalid': 'This is neither a domain, nor an https address, nor a file.',
  'directory.not-found':
    'There is no co-op document at {source}. Ask whoever runs your co-op’s site.',
  'directory.forbidden':
    'The server of {source} does not let this app read the document (it answers {status, number}). Ask whoever runs your co-op’s site.',
  'directory.server-error':
    'The server of {source} has a fault of its own (it answers {status, number}). The document may still be there: try again later.',
  'directory.unexpected-status':
    'The server of {source} answers {status, number} instead of sending the document. Ask whoever runs your co-op’s site.',
  'directory.unreachable': 'There is no answer from {source}. Are you online?',
  'directory.refuses-us':
    'There is an answer from {source}, but it asks this app to come back later. Try again in a few minutes.',
  'directory.too-large': 'The document is larger than 1 MiB, which cannot be right.',
  'directory.not-json': 'What lies there is not a co-op document: it is not JSON. {remedy}',
  'directory.not-a-coop-document': 'The document is wrong at {path}. {remedy}',
  'directory.needs-newer': 'This document is for a newer Coop Tray. Update the app.',
  'directory.file-unreadable': 'The file cannot be read.',
  'directory.copy-damaged': 'The app’s own copy of the document is damaged.',

  'settings.coop': 'Your co-op',
  'settings.source': 'Document',
  'settings.readAt': 'Read',
  'settings.change': 'Use another co-op',
  'settings.moveAsked':
    'Coop Tray was started again with another co-op: {source}. “Continue” changes to it from {name}.',
  'settings.about': 'About',
  'settings.version': 'Version {version}',
  'settings.licence': 'Free software under the GPL, version 3 or later.',
  'settings.privacy': 'Coop Tray asks the services and nobody else. It sends no usage data.',

  'tray.missing':
    'This desktop has no place for tray icons, so Coop Tray keeps this window reachable. Start Coop Tray again to bring it back.',
  'notify.waiting':
    'This desktop is not showing notifications at the moment. None is lost: Coop Tray shows them as soon as it can.',
  'fault.title': 'This page has broken',
  'fault.explain': 'The fault is ours. The services are still being checked.',
  'fault.retry': 'Show the page again',
  'fault.call': 'That did not work. Please try again.',

  'notify.more': 'and {count} more',
  'list.more': 'Show {count} more',
  'state.loading': 'Loading…',
  'state.failed': 'This could not be loaded.',
  'state.retry': 'Try again',
  'dialog.cancel': 'Cancel',
} as const;
