/** Likely mistakes in a document, in English; for its author. */
export const hints = {
  'hint.never-checked':
    'Nothing checks this service. Give it a probe or a feed, or mark it as retired. Until then it shows as unknown.',
  'hint.probe-twin':
    'The service “{name}” is checked in the same way, so both are always up or down together. Should one of them check something else?',
  'hint.name-twin': 'Another service is also called “{name}”, so members can’t tell them apart.',
  'hint.interval-unkind':
    'Every member’s app checks this every {intervalS} s, and {host} doesn’t seem to be yours. Use at least 120 s.',
  'hint.interval-ms': 'This is in seconds: {got} s is hours. Did you mean {suggestion}?',
  'hint.timeout-long':
    'One check can take longer than the {intervalS} s until the next one. Shorten it, or use a longer interval.',
  'hint.confirm-slow':
    'A failure takes longer to confirm than the usual checks, every {intervalS} s. Shorten this.',
  'hint.local-host':
    'Only computers on the same network can reach {host}. For members elsewhere, the service will be down.',
  'hint.fragment':
    'The part after # is never sent to a server. Remove it, or check the page behind it.',
  'hint.preset-path': 'The preset adds {path}. Give the service’s address without it.',
  'hint.warn-days-long':
    'Most certificates last 90 days or less. With {days} days, the service would always show as degraded.',
  'hint.standby-same-host': 'The standby is on {host} too. When that goes down, both do.',
  'hint.standby-unchecked':
    'Nothing checks “{name}”, so its state is never known and it’s never offered. Give it a probe.',
  'hint.instead-same-host': 'The alternative is on {host} too. When that goes down, both do.',
  'hint.parent-retired':
    '“{name}” is retired and never checked, so it explains nothing. Name what the service runs on now.',
  'hint.domain-twin':
    'The service “{name}” names the same domain, so members are told twice when it expires. Name it on one of them only.',
  'hint.domain-unasked': 'No registry is asked when this domain expires. Add rdap beside services.',
  'hint.domain-part': 'The registered domain is {domain}. A name below it has no expiry date.',
  'hint.expect-nothing': 'Every answer matches this. Say which text the answer contains or lacks.',
  'hint.expect-short':
    '“{text}” is so short that almost any page has it, even an error page. Use a longer text.',
  'hint.expect-any-page':
    'Every page starts like “{text}”, even an error page. Use a text that only the working service shows.',
  'hint.expect-contrary':
    'This can never match: what the answer must lack is in what it must contain, or is empty.',
  'hint.expect-head': 'An answer to HEAD has no text. Use GET.',
  'hint.expect-redirect':
    'Redirects are followed, so one never shows up here. Set followRedirects to false.',
  'hint.expect-seconds':
    'This is in milliseconds, and no answer comes within {got} ms. Did you mean {suggestion}?',
  'hint.expect-late':
    'The check gives up after {timeoutMs} ms, so the service is down before it’s slow. Lower this, or raise timeoutMs.',
  'hint.expect-type':
    'This is the text “{value}”, which isn’t the same in JSON as {value} without quotation marks. Remove them if that’s what you meant.',
  'hint.witness-none':
    'Coop Tray can’t tell whether a member is online. Name two or three witnesses that don’t depend on your servers.',
  'hint.witness-one':
    'With a single witness, its outage looks as if every member were offline. Name two or three, from different operators.',
  'hint.witness-own':
    'When {host} goes down, members would seem offline, because it’s one of your own servers. Name an address outside your co-op.',
  'hint.witness-local':
    'Only computers on the same network can reach {host}, so it can’t tell whether a member elsewhere is online. Name an address on the internet.',
  'hint.witness-twin':
    'Another witness is on {site} too, so one outage would silence both. Name one from another operator.',
  'hint.witness-portal':
    'Say what a real answer contains. Otherwise a café’s sign-in page passes for it.',
  'hint.feed-unused': 'No service uses this feed.',
  'hint.feed-path': 'Coop Tray adds {path}. Give the page’s address as people open it.',
  'hint.contact-mute':
    '“{name}” can’t be reached. Give a phone number, an email address or a page.',
  'hint.rdap-unused': 'No service names its domain, so this isn’t used.',
  'hint.reference': 'Nothing in this document has the id “{got}”.',
  'hint.entry-twin': 'Another entry of this list also has “{got}”, so one of them is never found.',
  'hint.purge':
    'This never happens. Check the five parts of the cron pattern, and the time zone, such as America/Toronto.',
  'hint.calendar-secret':
    'This address is secret: anyone who has it can read the whole calendar, and the document is public. Make a new secret address, and set isPrivate instead of url.',
  'hint.address-open':
    'Others could read or change this on the way. Use an address that starts with https://, such as {suggestion}',
  'hint.address-secret':
    'Everyone who can read the document gets in with this address ({shown}). Use one without the secret, or a short link that asks for it.',
  'hint.day-token': '“{got}” isn’t filled in. These are: {known}',
  'hint.template-page':
    'This looks like the page of a pad, not its text. For the text alone, its address ends in {raw}.',
  'hint.key-twin':
    'This key appears twice in the same object, and only the last one counts. Remove one of them.',
  'hint.key-unknown':
    'This version doesn’t read this key. Look for it in the document guide; it may belong elsewhere.',
  'hint.keyword-everywhere':
    '“{text}” is also on a page of {host} that doesn’t exist. Use a text that only the working service shows.',
  'hint.any-path-up':
    'On {host}, even a path that doesn’t exist counts as up. Expect a text that only the working service shows.',
  'hint.redirect-elsewhere':
    'This redirects to {host}, which is what gets checked. Give the address you meant.',
  'hint.https-works':
    'The same answer is available over https. Use https://, so that it can’t be changed on the way.',
} as const;
