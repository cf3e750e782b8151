/** What is wrong in a document and how to fix it, in English; for its author. */
export const problems = {
  'problem.json-page':
    'Line {line}, column {column}: this is a web page. Publish the document itself there, or give its address.',
  'problem.json-nothing':
    'Line {line}, column {column}: the text is empty. A document starts with a curly bracket.',
  'problem.json-comment':
    'Line {line}, column {column}: JSON has no comments. Remove this one, or keep it as a text under a key such as “$comment”.',
  'problem.json-quotes':
    'Line {line}, column {column}: texts go between straight double quotation marks, not these: {got}',
  'problem.json-comma-last': 'Line {line}, column {column}: nothing follows this comma. Remove it.',
  'problem.json-comma-missing': 'Line {line}, column {column}: a comma is missing here.',
  'problem.json-comma-extra':
    'Line {line}, column {column}: this comma is one too many. Remove it.',
  'problem.json-colon':
    'Line {line}, column {column}: a colon goes only between a key and its value.',
  'problem.json-bracket':
    'Line {line}, column {column}: this bracket doesn’t match the one opened last: {got}',
  'problem.json-cut':
    'Line {line}, column {column}: this bracket is never closed: {got} The end of the text may be missing.',
  'problem.json-string':
    'Line {line}, column {column}: this text doesn’t end with a quotation mark on the same line. Write a line break in it as \\n.',
  'problem.json-escape':
    'Line {line}, column {column}: write a backslash in a text twice. JSON doesn’t know this: {got}',
  'problem.json-key': 'Line {line}, column {column}: keys go between double quotation marks: {got}',
  'problem.json-word':
    'Line {line}, column {column}: texts go between double quotation marks. Only numbers, true, false and null go without: {got}',
  'problem.json-number':
    'Line {line}, column {column}: JSON doesn’t write numbers like this: {got} Use digits and at most one point, without leading zeros.',
  'problem.json-invisible':
    'Line {line}, column {column}: there’s an invisible character here, perhaps copied from a web page. Type this line again.',
  'problem.json-after':
    'Line {line}, column {column}: the document ended before this. Look for an extra bracket above.',
  'problem.json-sign': 'Line {line}, column {column}: this doesn’t belong here: {got}',
  'problem.missing': 'This is missing and has no default.',
  'problem.text': 'Write a text between quotation marks.',
  'problem.number': 'Write a number, without quotation marks.',
  'problem.number-quoted': 'Write the number without quotation marks: {got}',
  'problem.number-whole': 'Write a whole number.',
  'problem.boolean': 'Write true or false, without quotation marks.',
  'problem.list': 'Write a list between square brackets, also for one entry.',
  'problem.object': 'Write its parts between curly brackets.',
  'problem.choice': 'Write one of these: {choices}',
  'problem.choice-near': 'Did you mean “{near}”?',
  'problem.at-least': 'This is too small: at least {limit}.',
  'problem.at-most': 'This is too large: at most {limit}.',
  'problem.milliseconds':
    'This is in milliseconds, and {got} is too few. Did you mean {suggestion}?',
  'problem.seconds': 'This is in seconds, and {got} is too many. Did you mean {suggestion}?',
  'problem.empty': 'This must not be empty.',
  'problem.too-long': 'This is too long: at most {limit} characters.',
  'problem.too-many': 'There are too many: at most {limit}.',
  'problem.value': 'Something else is expected here: {expected}',
  'problem.host-scheme': 'Write only the host name, without anything before or after it: {host}',
  'problem.host-port': 'Write only the host name; its port, {port}, has its own key: {host}',
  'problem.host-path': 'Write only the host name, without a path: {host}',
  'problem.host-user': 'Write only the host name, without a user: {host}',
  'problem.host-signs':
    '“{got}” has characters that a host name can’t have. Use letters, digits, hyphens and dots.',
  'problem.host-dots': 'Something is missing between two dots or before the first one: “{got}”.',
  'problem.host-label':
    'The part “{label}” isn’t valid: it needs at most 63 characters, and no hyphen at either end.',
  'problem.host-wildcard': '“{got}” could mean many hosts. Name the one to check.',
  'problem.host-address':
    '“{got}” isn’t a valid address. Write an IPv4 address such as 192.0.2.10, an IPv6 address, or a name.',
  'problem.port-range': '{got} isn’t a valid port: they go from 1 to 65535.',
  'problem.dns-name-address':
    'This is an address, but DNS needs a name. Only PTR records take an address.',
  'problem.dns-answer-address':
    'Records of this kind hold addresses. Write the whole expected address, such as 192.0.2.10.',
  'problem.dns-server':
    'Write the name server’s address, not its name, with its port if it isn’t 53, such as 9.9.9.9 or 9.9.9.9:5353. “{got}” isn’t an address.',
  'problem.url': 'Write a whole address, such as https://example.coop/path. “{got}” isn’t one.',
  'problem.url-scheme': 'An address starts with https:// or http://. Did you mean {suggestion}?',
  'problem.url-other-scheme': 'Only https:// and http:// work here, not “{scheme}”.',
  'problem.url-twice': 'The address starts with https:// or http:// twice: {got}',
  'problem.url-credentials':
    'Remove the name and password from the address: everyone can read the document.',
  'problem.url-insecure':
    'Sign-ins and secrets go there, and others could read them on the way. Use an address that starts with https://, such as {suggestion}',
  'problem.matrix-room':
    'Write the room with its server, such as #beta:example.org. “{got}” isn’t one.',
  'problem.matrix-link': 'Write the room itself, not a link to it: {suggestion}',
  'problem.matrix-user':
    'Write the person with their server, such as @ana:example.org. “{got}” isn’t one.',
  'problem.matrix-server':
    'Write the server as at the end of a Matrix id, such as example.org. “{got}” isn’t one.',
  'problem.repository':
    'Write the repository as owner/name, such as example/site, not its whole address. “{got}” isn’t one.',
  'problem.template-file': 'Write the name of a file in .github/ISSUE_TEMPLATE, such as bug.yml.',
  'problem.cron':
    'Write a cron pattern of five parts that matches at least every four years: minute, hour, day of the month, month, day of the week, such as 0 3 * * 0.',
  'problem.time-zone': 'Write a time zone by its IANA name, such as America/Toronto.',
  'problem.clock-time':
    'Write a time with four digits, such as 09:00 or 18:30; the latest is 24:00.',
  'problem.instant':
    'Write the day, the time and the offset of your zone, such as 2026-12-01T02:00:00-05:00.',
  'problem.instant-none': 'This time doesn’t exist. Check the day of the month and the hour.',
  'problem.instant-order': 'This must be later than startsAt.',
  'problem.id': 'Write an id of a-z, 0-9 and -, at most 64 characters, that doesn’t start with -.',
  'problem.id-of-service': 'Write the id of a service in this document: a-z, 0-9 and -.',
  'problem.language-tag':
    'Write the language as a tag, such as en, fr or fr-CA. “{got}” isn’t one.',
  'problem.logo':
    'Write the https address of the logo, or put the picture itself here as data:image/png;base64,… It must be PNG, JPEG or WebP.',
  'problem.slug': 'Write the last part of the status page’s address: letters, digits, - and _.',
  'problem.collective':
    'Write the last part of the address of the collective’s page: letters, digits, - and _.',
  'problem.domain':
    'Write a registered domain, such as example.coop, without https:// and without a path.',
  'problem.phone':
    'Write a phone number in digits, ideally with + and the country code, such as +1 555 0100.',
  'problem.email': 'Write one email address, such as el@example.coop, without a name around it.',
  'problem.json-path':
    'Write a short JSONPath (RFC 9535) such as $.status or $.checks[0].ok, without match() and search().',
  'problem.header-name': 'Write only the header’s name, such as content-type, without a colon.',
  'problem.status-code': 'Write HTTP status codes: numbers from 100 to 599.',
  'problem.comparison-value':
    'A comparison needs a value of its kind. Add it as value, a number for lt, lte, gt and gte.',
  'problem.preset-keyword': 'Name a keyword that exists. Without one, no short link is checked.',
  'problem.calendar-address':
    'This isn’t the address of one calendar. Give its ICS address, or its public page at Google, Nextcloud or Outlook; a page of several calendars won’t do.',
  'problem.calendar-or-private':
    'Give the url of a public calendar, or set isPrivate, so that each member pastes their own address; not both.',
  'problem.room-or-api': 'Give a room or an api, so there’s something to test.',
  'problem.url-or-phone': 'Give a url or a phone, so there’s a way in.',
  'problem.pin': 'Write the PIN in digits, with # at its end if callers type it, such as 4711#.',
  'problem.token-short':
    'Write at least three characters that are nowhere else in the template, such as YYYY-MM-DD.',
  'problem.tokens-differ':
    'Each token needs a different text, or the same one would be filled in twice.',
  'problem.id-taken': 'Another entry already has the id “{id}”. Give this one a different id.',
  'problem.other-service': 'Write the id of another service in this document. “{got}” isn’t one.',
  'problem.known-service': 'Write the id of a service in this document. “{got}” isn’t one.',
  'problem.known-feed': 'Write the id of a feed in this document. “{got}” isn’t one.',
  'problem.parent-deep':
    'This service depends on {limit} others, one below the other. Remove some of them.',
  'problem.parent-circle':
    '“{got}” depends on this service itself, so this service can’t depend on it.',
  'problem.newer-type':
    'This version doesn’t know “{got}”. It may need a newer Coop Tray. It knows: {choices}',
  'problem.key-near': 'This key isn’t used. Did you mean “{near}”?',
} as const;
