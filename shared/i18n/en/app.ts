/** The window, the tray, notifications and reasons, in English. */
export const app = {
  'app.name': 'Coop Tray',

  'verdict.up': 'up',
  'verdict.degraded': 'has problems',
  'verdict.down': 'down',
  'verdict.maintenance': 'in maintenance',
  'verdict.unknown': 'unknown',
  'verdict.no-access': 'no access',
  'verdict.retired': 'retired',

  'summary.allUp': 'All services are working',
  'summary.down': '{count} of {total} down: {names}',
  'summary.degraded':
    '{count, plural, one {# of {total} has problems} other {# of {total} have problems}}: {names}',
  'summary.maintenance': '{count} of {total} in maintenance: {names}',
  'summary.unknown': '{count} of {total} unknown: {names}',
  'summary.notChecked':
    'Checking {total, plural, one {one service} other {# services}} for the first time',
  'summary.someNotChecked':
    'Checking {count, number} of {total, number} services for the first time',
  'summary.noServices': 'No services yet',
  'summary.offline': 'You’re offline',
  'summary.captive': 'Your network needs you to sign in',
  'summary.proxy-silent': 'Your network’s proxy lets nothing through',
  'summary.proxy-login': 'Your network’s proxy wants a name and password',
  'summary.waking': 'Waiting for the network',
  'summary.clockWrong': 'This computer’s clock is wrong',
  'summary.noCoop': 'Add your co-op to get started',
  'summary.andMore': '{names} and {more} more',

  'offline.do': 'Check your Wi-Fi or cable.',
  'offline.explain':
    'Nothing can be checked until your connection is back. Coop Tray will try again on its own.',
  'captive.explain':
    'This network wants you to sign in first, like in a hotel or café. Open a browser and sign in.',
  'proxy-silent.explain':
    'Nothing can be checked until it lets Coop Tray through, so your co-op’s services may be fine. Coop Tray will try again on its own. Which proxy it uses is in the settings, under “Network”; “Test connection” there says what’s wrong.',
  'proxy-login.explain':
    'Nothing can be checked until you enter them in the settings, under “Network”. The people who run your network can tell you what they are.',
  'waking.explain': 'Your computer just woke up. Checks start once the network is back.',

  'clock.behind':
    'This computer’s clock is {span} behind, so certificates and dates can’t be checked. Set the date and time, ideally automatically. Coop Tray will try again on its own.',
  'clock.ahead':
    'This computer’s clock is {span} ahead, so certificates and dates can’t be checked. Set the date and time, ideally automatically. Coop Tray will try again on its own.',

  'menu.open': 'Open Coop Tray',
  'menu.checkNow': 'Check now',
  'menu.checking': 'Checking…',
  'menu.echo': 'Echo test…',
  'menu.echo.guest': 'Echo test',
  'menu.quit': 'Quit',
  'menu.service': '{name}: {verdict}',

  'notify.down.title': '{name} is down',
  'notify.degraded.title': '{name} has problems',
  'notify.up.title': '{name} is up again',
  'notify.down.many': '{count} services are down',
  'notify.degraded.many': '{count} services have problems',
  'notify.up.many': '{count} services are up again',
  'notify.mixed': '{count} services changed',
  'notify.line': '{name}: {verdict}',
  'notify.instead': 'Use {instead} for now.',
  'notify.up.body': 'It’s working again.',
  'notify.noTray.title': 'No tray icon on this desktop',
  'notify.noTray.body':
    'This desktop doesn’t show tray icons. Open Coop Tray again to bring its window back.',

  'reason.dns-not-found': 'The name {host} doesn’t exist (DNS).',
  'reason.dns-failed': 'The name {host} couldn’t be looked up (DNS).',
  'reason.dns-answer': 'DNS returned an unexpected answer: {got}.',
  'reason.refused': 'The server is refusing connections. The service is probably not running.',
  'reason.reset': 'The server closed the connection without answering.',
  'reason.unreachable': 'The server can’t be reached.',
  'reason.timeout':
    '{phase, select, dns {Its address couldn’t be found within {seconds} s.} connect {It couldn’t be reached within {seconds} s.} tls {No secure connection within {seconds} s.} body {Its answer didn’t arrive within {seconds} s.} other {No answer within {seconds} s.}}',
  'reason.address-forbidden': 'Not checked: {address} is an internal address.',
  'reason.proxy-silent': 'Nothing gets through your network’s proxy, so this can’t be checked.',
  'reason.proxy-tls-failed':
    'No secure connection to your network’s proxy ({proxy}) can be made, so this can’t be checked. The addresses of most proxies begin with http://, not https://.',
  'reason.proxy-certificate-dates':
    'According to this computer’s clock, the certificate of your network’s proxy ({proxy}) isn’t valid, so this can’t be checked. Compare the date and time of this computer with another clock; if they’re right, tell the people who run your network.',
  'reason.proxy-login':
    'Your network’s proxy wants a name and password. Enter them in the settings, under “Network”.',
  'reason.proxy-login-kind':
    'Your network’s proxy wants a way to sign in that Coop Tray doesn’t have ({kinds}). Ask the people who run your network for another one.',
  'reason.proxy-refuses':
    'Your network’s proxy ({proxy}) doesn’t let this through, so it can’t be checked from here.',
  'reason.proxy-gateway':
    'Your network’s proxy ({proxy}) can’t reach the server. Whether the fault is the proxy’s or the server’s is unknown.',
  'reason.proxy-target':
    'Your network’s proxy ({proxy}) can’t reach the server, though it reaches others.',
  'reason.proxy-unusable':
    'Coop Tray can’t use the proxy that is set, and doesn’t go around it. Choose another one in the settings, under “Network”.',
  'reason.proxy-dns': 'DNS can’t be checked from behind your network’s proxy.',
  'reason.tls-failed': 'No secure connection could be made (TLS).',
  'reason.tls-too-old': 'The server’s encryption is too old to be safe. Browsers refuse it too.',
  'reason.tls-unknown-name':
    'The server doesn’t know the address {host}, so browsers can’t open it either. Your admins can add it to the server.',
  'reason.tls-client-certificate':
    'The server only admits clients with their own certificate, and Coop Tray has none.',
  'reason.certificate-untrusted':
    'The certificate was issued by an authority that isn’t generally trusted ({issuer}).',
  'reason.certificate-incomplete':
    'The server doesn’t send all of its certificates: the one from {issuer} is missing. Some browsers find it on their own, others show a warning.',
  'reason.certificate-wrong-host':
    'The server identifies itself as another site, not as {host}. Don’t enter a password there until your admins have fixed its certificate.',
  'reason.certificate-not-yet-valid': 'Its certificate isn’t valid until {date}.',
  'reason.certificate-expired': 'Its certificate expired on {date}.',
  'reason.certificate-chain-expired':
    'Its certificate depends on that of {name}, which expired on {date}.',
  'reason.certificate-weak': 'Its certificate has a key or signature that is too weak to be safe.',
  'reason.certificate-invalid': 'Its certificate is invalid or isn’t meant for a server.',
  'reason.certificate-expiring':
    '{days, plural, =0 {Its certificate expires today.} one {Its certificate expires in # day.} other {Its certificate expires in # days.}}',
  'reason.certificate-chain-expiring':
    '{days, plural, =0 {Its certificate depends on that of {name}, which expires today.} one {Its certificate depends on that of {name}, which expires in # day.} other {Its certificate depends on that of {name}, which expires in # days.}}',
  'reason.protocol': 'The answer isn’t HTTP.',
  'reason.headers-too-large': 'The headers of the answer are longer than {limit}.',
  'reason.answer-contradicts': 'The answer has {name} twice, with two values. Browsers refuse it.',
  'reason.status': 'The server answers with error {got}.',
  'reason.redirect-loop': 'It redirects in a loop.',
  'reason.redirect-refused': 'It redirects to an unsafe address.',
  'reason.body-too-large': 'The answer is larger than {limit}.',
  'reason.body-encoding': 'The answer is compressed in an unknown way.',
  'reason.body-mismatch': 'It answers “{got}” instead of “{expected}”.',
  'reason.keyword-missing': 'It answers, but doesn’t show “{keyword}”.',
  'reason.keyword-present': 'It answers, but shows “{keyword}”.',
  'reason.json-invalid': 'It answers, but not with JSON data.',
  'reason.json-too-much':
    'It answers, but with too much data to find {path}, so its state is unknown.',
  'reason.json-missing': 'It answers, but {path} is missing.',
  'reason.json-mismatch': 'It answers, but {path} is {got}.',
  'reason.header-missing': 'It answers, but without the header {name}.',
  'reason.header-mismatch': 'It answers, but the header {name} is {got}.',
  'reason.slow': 'Slow: {took, number} s (normally under {limit, number} s).',
  'reason.says-maintenance': 'It reports maintenance.',
  'reason.says-degraded': 'It reports a problem.',
  'reason.no-access': 'It’s running, but you don’t have access.',
  'reason.refuses-us':
    'It answers, but asks Coop Tray to come back later. Its state is unknown until then.',
  'reason.bot-guard':
    'A bot check blocks Coop Tray, so its state is unknown. Open its page to find out.',
  'reason.not-checked': 'Not checked yet.',
  'reason.stale': 'The last check is too old to rely on.',
  'reason.offline': 'You’re offline.',
  'reason.captive': 'Your network needs you to sign in.',
  'reason.waking': 'Waiting for the network.',
  'reason.clock-wrong': 'This computer’s clock is wrong, so this can’t be checked.',
  'reason.retired': 'This service was retired.',
  'reason.document': 'Your co-op’s settings have an error at {path}. {remedy}',
  'reason.needs-newer': 'This check ({type}) needs a newer Coop Tray.',
  'reason.internal': 'Coop Tray couldn’t check this service (a bug in Coop Tray).',

  'remark.title': 'Answer format',
  'remark.lead':
    'For admins: the answer isn’t quite valid HTTP. Browsers accept it, but other programs may not.',
  'remark.status-line': 'The first line isn’t valid HTTP.',
  'remark.line-ends': 'Some header lines end in an unusual way.',
  'remark.folded-header': 'One header spans several lines.',
  'remark.odd-header': 'One header has a name or characters that aren’t allowed.',
  'remark.two-lengths': 'The length is given in more than one way.',
  'remark.chunks': 'The chunks are marked in an unusual way.',
  'remark.packing': 'The compression doesn’t match the Content-Encoding header.',
  'remark.cut-short': 'The answer ends earlier than announced.',

  'phase.dns': 'DNS',
  'phase.connect': 'Connection',
  'phase.tunnel': 'Through the proxy',
  'phase.tls': 'TLS',
  'phase.firstByte': 'Waiting',
  'phase.body': 'Download',
  'phase.total': 'Total',

  'page.status': 'Status',
  'page.settings': 'Settings',
  'nav.label': 'Pages',

  'status.checkedAt': 'Checked {time}',
  'status.lastCheckedAt': 'Last checked {time}',
  'status.notCheckedYet': 'Not checked yet',
  'status.checkNow': 'Check now',
  'status.checking': 'Checking…',
  'status.attention': 'Needs attention',
  'status.since': '{verdict} since {time} ({duration})',
  'status.justNow': 'just now',
  'status.confirming': 'checking again…',
  'status.recovering': 'responding again, confirming…',
  'status.lastKnown': 'last known: {verdict}',
  'status.asOf': 'updated {time}',
  'status.neverSeen': 'never checked',
  'status.use': 'Use {instead} for now.',
  'status.open': 'Open',
  'status.openService': 'Open {name}',
  'status.details': 'Details',
  'status.detailsOf': 'Details of {name}',
  'status.back': 'Back to all services',
  'status.copy': 'Copy details',
  'status.copied': 'Copied',
  'status.filter': 'Search services',
  'status.noMatch': 'No services match “{text}”.',
  'status.empty': 'Your co-op hasn’t listed any services yet.',
  'status.timings': 'Last check',
  'status.certificate': 'Certificate',
  'status.certificateUntil': 'Valid until {date} · issued by {issuer}',
  'status.certificateUntrusted': 'Issued by your co-op; not in this computer’s trusted list',
  'status.proxy': 'Checked through the proxy {proxy}. “DNS” and “Connection” are about the proxy.',
  'status.interval': 'Checked every {duration}',
  'status.none': 'Not measured',
  'status.ms': '{ms, number} ms',

  'problems.title':
    '{count, plural, one {Part of your co-op’s settings couldn’t be read} other {# parts of your co-op’s settings couldn’t be read}}',
  'problems.line': '{path}: {remedy}',
  'coop.cached': 'Couldn’t refresh your co-op’s settings. {why} Using the copy from {time}.',

  'join.title': 'Connect to your co-op',
  'join.awaited.title': 'Your co-op’s settings can’t be read',
  'join.awaited':
    'Coop Tray knows your co-op, {source}, but has no readable copy of its settings. {why} It keeps trying; “Continue” tries right away.',
  'join.label': 'Web address of your co-op',
  'join.submit': 'Continue',
  'join.busy': 'Connecting…',
  'join.privacy': 'No account needed. No usage data is sent.',

  'directory.address-invalid':
    'Enter a web address such as example.coop, a link starting with https://, or a file.',
  'directory.not-found': '{source} isn’t set up for Coop Tray yet. Ask your co-op’s admins.',
  'directory.forbidden':
    '{source} doesn’t let Coop Tray read its settings (error {status, number}). Ask your co-op’s admins.',
  'directory.server-error':
    'The server of {source} has a problem (error {status, number}). Try again later.',
  'directory.unexpected-status':
    '{source} returned an unexpected answer ({status, number}). Ask your co-op’s admins.',
  'directory.unreachable': 'No answer from {source}. Check your connection.',
  'directory.behind-proxy':
    'Your network’s proxy lets nothing through to {source}. Check the network settings.',
  'directory.refuses-us': '{source} asks Coop Tray to come back later. Try again in a few minutes.',
  'directory.too-large': 'The file is over 1 MiB, the most Coop Tray reads.',
  'directory.not-json': 'That address doesn’t return a Coop Tray file. {remedy}',
  'directory.not-a-coop-document': 'The file has an error at {path}. {remedy}',
  'directory.needs-newer': 'These settings need a newer Coop Tray. Update the app.',
  'directory.file-unreadable': 'The file can’t be read.',
  'directory.copy-damaged': 'Coop Tray’s copy of the settings is damaged.',

  'settings.coop': 'Your co-op',
  'settings.source': 'Address',
  'settings.readAt': 'Updated',
  'settings.change': 'Switch co-op…',
  'settings.moveAsked':
    'Coop Tray was opened with another co-op: {source}. “Continue” switches to it from {name}.',
  'settings.about': 'About',
  'settings.version': 'Version {version}',
  'settings.licence': 'Free software under the GPL, version 3 or later.',
  'settings.licences': 'Open licences',
  'settings.privacy':
    'Coop Tray contacts only the services your co-op lists. No usage data is sent.',

  'tray.missing':
    'This desktop doesn’t show tray icons. Open Coop Tray again to bring this window back.',
  'notify.waiting':
    'This desktop isn’t showing notifications right now. None are lost: they’ll appear as soon as possible.',
  'fault.title': 'This page ran into a problem',
  'fault.explain': 'It’s a bug in Coop Tray. Your services are still being checked.',
  'fault.retry': 'Reload page',
  'fault.call': 'Something went wrong. Try again.',

  'notify.more': 'and {count} more',
  'list.more': 'Show {count} more',
  'state.loading': 'Loading…',
  'state.failed': 'This couldn’t be loaded.',
  'state.retry': 'Try again',
  'dialog.cancel': 'Cancel',
} as const;
