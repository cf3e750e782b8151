/** Likely mistakes in a document, in English; for its author. */
export const hints = {
  'hint.never-checked':
    'Nothing checks this service: give it a probe or a feed, or say that it is retired. Until then it is shown as unknown.',
  'hint.probe-twin':
    'The service “{name}” is checked in the same way: both will always be up or down together. Is one of them meant to ask something else?',
  'hint.name-twin': 'Another service is called “{name}” as well: members cannot tell them apart.',
  'hint.interval-unkind':
    'Each member’s app asks this every {intervalS} s, and {host} does not seem to be yours. At least 120 s is kind.',
  'hint.interval-ms': 'This is in seconds: {got} s is hours. Did you mean {suggestion}?',
  'hint.timeout-long':
    'One check may take longer than the {intervalS} s until the next one. Make it shorter, or the interval longer.',
  'hint.confirm-slow':
    'A failure is confirmed more slowly than the usual checks, every {intervalS} s. Make it shorter.',
  'hint.local-host':
    'Only machines in the same network reach {host}: for members elsewhere the service will be down.',
  'hint.fragment':
    'What stands after # is never sent to a server. Take it out, or ask the page behind it.',
  'hint.preset-path': 'The preset adds {path} itself. Give the address of the service without it.',
  'hint.warn-days-long':
    'Most certificates live 90 days or less: with {days} days the service would always be shown as degraded.',
  'hint.standby-same-host': 'The standby lives on {host} too: when that goes down, both do.',
  'hint.standby-unchecked':
    'Nothing checks “{name}”, so it is never known to be up and never offered. Give it a probe.',
  'hint.instead-same-host':
    'What to use instead lives on {host} too: when that goes down, both do.',
  'hint.parent-retired':
    '“{name}” is retired and never checked, so it explains nothing. Name what carries the service now.',
  'hint.domain-twin':
    'The service “{name}” names the same domain: its end will be told once for each. Name it at one of them.',
  'hint.domain-unasked': 'Nobody is asked when this domain ends: add rdap beside services.',
  'hint.domain-part': 'Registered is {domain}; a name below it has no end of its own.',
  'hint.expect-nothing':
    'This holds for every answer. Say which text the answer contains, or lacks.',
  'hint.expect-short':
    '“{text}” is so short that it is found on almost any page, an error page too. Choose a longer text.',
  'hint.expect-any-page':
    'Every page begins like “{text}”, an error page too. Choose a text that only the working service shows.',
  'hint.expect-contrary':
    'This can never hold: what the answer must lack is in what it must contain, or is empty.',
  'hint.expect-head': 'An answer to HEAD has no text to look into. Use GET.',
  'hint.expect-redirect':
    'Redirects are followed, so none is ever seen here. Set followRedirects to false.',
  'hint.expect-seconds':
    'This is in milliseconds, and no answer comes within {got} ms. Did you mean {suggestion}?',
  'hint.expect-late':
    'The check gives up after {timeoutMs} ms, so it is down before it is slow. Make this smaller, or timeoutMs larger.',
  'hint.expect-type':
    'This is the text “{value}”, which is not the same in JSON as {value} without quotation marks. Take them out if that is meant.',
  'hint.witness-none':
    'Nobody can tell whether a member is online. Name two or three witnesses that have nothing to do with your servers.',
  'hint.witness-one':
    'With a single witness, its own outage looks as if all members were offline. Name two or three, of different operators.',
  'hint.witness-own':
    'When {host} goes down, the app would think that members are offline, for it belongs to what is checked. Name an address of somebody else.',
  'hint.witness-local':
    'Only machines in the same network reach {host}, so it does not tell whether a member elsewhere is online. Name an address on the internet.',
  'hint.witness-twin':
    'Another witness is of {site} too: one outage would silence both. Name one of another operator.',
  'hint.witness-portal':
    'Say what a real answer contains, or the sign-in page of a café is taken for it.',
  'hint.feed-unused': 'No service names this feed, so it is read for nothing.',
  'hint.feed-path':
    'The app adds {path} itself. Give the address of the page as a person opens it.',
  'hint.contact-mute':
    'There is no way to reach “{name}”: give a phone number, an e-mail address or a page.',
  'hint.rdap-unused': 'No service names its domain, so nothing is asked there.',
  'hint.reference': 'Nothing in this document has the id “{got}”.',
  'hint.entry-twin': 'Another entry of this list has “{got}” as well: one of them is never found.',
  'hint.purge':
    'This never comes: look at the cron pattern of five parts, and at the time zone, such as America/Toronto.',
  'hint.key-twin':
    'This key stands in the same object twice, and only the last one counts. Take one of them out.',
  'hint.key-unknown':
    'This version reads no such key. Look for it in the guide to the document; it may belong elsewhere.',
  'hint.keyword-everywhere':
    '“{text}” is also on a page of {host} that does not exist. Choose a text that only the working service shows.',
  'hint.any-path-up':
    'Even a path that does not exist counts as up on {host}. Expect a text that only the working service shows.',
  'hint.redirect-elsewhere':
    'This leads on to {host}, which is then what is checked. Give the address that is meant.',
  'hint.https-works':
    'The same answer comes over https. Write https://, so that nobody can change it on its way.',
} as const;
