/** What is wrong in a document and how to fix it, in English; for its author. */
export const problems = {
  'problem.json-page':
    'Line {line}, column {column}: this is a web page. Publish the document itself there, or give the address where it lies.',
  'problem.json-nothing':
    'Line {line}, column {column}: the text ends before anything was said. A document begins with a curly bracket.',
  'problem.json-comment':
    'Line {line}, column {column}: JSON has no comments. Take this one out, or keep it as a text under a key such as “$comment”.',
  'problem.json-quotes':
    'Line {line}, column {column}: texts stand between straight double quotation marks, not these: {got}',
  'problem.json-comma-last':
    'Line {line}, column {column}: nothing follows this comma. Take it out.',
  'problem.json-comma-missing': 'Line {line}, column {column}: a comma is missing here.',
  'problem.json-comma-extra':
    'Line {line}, column {column}: this comma is one too many. Take it out.',
  'problem.json-colon':
    'Line {line}, column {column}: a colon belongs between a key and its value, and nowhere else.',
  'problem.json-bracket':
    'Line {line}, column {column}: this bracket closes something else than what was opened last: {got}',
  'problem.json-cut':
    'Line {line}, column {column}: this bracket is never closed: {got} Perhaps the end of the text was lost.',
  'problem.json-string':
    'Line {line}, column {column}: this text has no quotation mark at its end on the same line. Write a line break in it as \\n.',
  'problem.json-escape':
    'Line {line}, column {column}: a backslash in a text is written twice. This is no sign of JSON: {got}',
  'problem.json-key':
    'Line {line}, column {column}: keys stand between double quotation marks: {got}',
  'problem.json-word':
    'Line {line}, column {column}: texts stand between double quotation marks; without them only numbers, true, false and null may stand: {got}',
  'problem.json-number':
    'Line {line}, column {column}: JSON does not write a number like this: {got} Write it with digits and at most one point, without zeros before it.',
  'problem.json-invisible':
    'Line {line}, column {column}: an invisible sign stands here, perhaps copied from a web page. Type this line anew.',
  'problem.json-after':
    'Line {line}, column {column}: the document has ended before this. Look for a bracket too many above.',
  'problem.json-sign': 'Line {line}, column {column}: this may not stand here: {got}',
  'problem.missing': 'This is missing, and has no default.',
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
  'problem.too-long': 'This is too long: at most {limit} signs.',
  'problem.too-many': 'These are too many: at most {limit}.',
  'problem.value': 'Something else is expected here: {expected}',
  'problem.host-scheme':
    'Write the name of the machine alone, without what stands before and after it: {host}',
  'problem.host-port':
    'Write the name of the machine alone; its port, {port}, has its own place: {host}',
  'problem.host-path': 'Write the name of the machine alone, without a path: {host}',
  'problem.host-user': 'Write the name of the machine alone, without a person: {host}',
  'problem.host-signs':
    'This holds signs that no name of a machine has: “{got}”. Write letters, digits, hyphens and dots.',
  'problem.host-dots': 'Between two dots, and before the first, something is missing: “{got}”.',
  'problem.host-label':
    'The part “{label}” is no part of a name: it has at most 63 signs, and no hyphen at its ends.',
  'problem.host-wildcard':
    'Many machines may be meant by “{got}”. Name the one that is to be asked.',
  'problem.host-address':
    'There is no address like “{got}”. Write an IPv4 address such as 192.0.2.10, an IPv6 address, or a name.',
  'problem.port-range': 'There is no port {got}: they go from 1 to 65535.',
  'problem.dns-name-address':
    'The DNS is asked for names, and this is an address. Write the name; only the record PTR takes an address.',
  'problem.dns-answer-address':
    'Records of this kind hold addresses. Write the whole address that is expected, such as 192.0.2.10.',
  'problem.dns-server':
    'Write the address of the name server, not its name, with its port if it is not 53, such as 9.9.9.9 or 9.9.9.9:5353. This is no address: “{got}”.',
  'problem.url': 'Write a whole address, such as https://example.coop/path. This is none: “{got}”.',
  'problem.url-scheme': 'An address starts with https:// or http://. Did you mean {suggestion}?',
  'problem.url-other-scheme':
    'Only https:// and http:// can be opened or asked here, not {scheme}:',
  'problem.url-twice': 'The beginning https:// or http:// stands there twice: {got}',
  'problem.url-credentials':
    'Take the name and the password out of the address: everybody can read the document.',
  'problem.url-insecure':
    'Sign-ins and secrets go there, and others could read them on the way. Write an address that starts with https://, such as {suggestion}',
  'problem.matrix-room':
    'Write the room with its server, such as #beta:example.org. This is none: “{got}”.',
  'problem.matrix-link': 'Write the room itself, not a link to it: {suggestion}',
  'problem.matrix-user':
    'Write the person with their server, such as @ana:example.org. This is none: “{got}”.',
  'problem.matrix-server':
    'Write the server as Matrix ids end, such as example.org. This is none: “{got}”.',
  'problem.repository':
    'Write the repository as owner/name, such as example/site, without an address around it. This is none: “{got}”.',
  'problem.template-file': 'Write the name of a file in .github/ISSUE_TEMPLATE, such as bug.yml.',
  'problem.cron':
    'Write a cron pattern of five parts that comes at least every four years: minute, hour, day of the month, month, day of the week, such as 0 3 * * 0.',
  'problem.time-zone': 'Write a time zone by its IANA name, such as America/Toronto.',
  'problem.clock-time': 'Write a time of four digits, such as 09:00 or 18:30; the latest is 24:00.',
  'problem.instant':
    'Write the day, the time and the offset of your zone, such as 2026-12-01T02:00:00-05:00.',
  'problem.instant-none': 'There is no such time. Look at the day of the month and at the hour.',
  'problem.instant-order': 'This must be later than startsAt.',
  'problem.id': 'Write an id of a-z, 0-9 and -, at most 64 of them, that does not begin with -.',
  'problem.id-of-service': 'Write the id of a service of this document: a-z, 0-9 and -.',
  'problem.language-tag':
    'Write the language as a tag, such as en, fr or fr-CA. This is not one: “{got}”.',
  'problem.logo':
    'Write an https address of the logo, or the picture itself as data:image/png;base64,… (PNG, JPEG or WebP).',
  'problem.slug': 'Write the last part of the status page’s address: letters, digits, - and _.',
  'problem.domain':
    'Write a registered domain, such as example.coop, without https:// and without a path.',
  'problem.phone':
    'Write a phone number in digits, best with + and the country, such as +1 555 0100.',
  'problem.email': 'Write one e-mail address, such as el@example.coop, without a name around it.',
  'problem.json-path':
    'Write a short JSONPath (RFC 9535) such as $.status or $.checks[0].ok, without match() and search().',
  'problem.header-name': 'Write the name of a header alone, such as content-type, without a colon.',
  'problem.status-code': 'Write status codes of HTTP: numbers from 100 to 599.',
  'problem.comparison-value':
    'A comparison needs a value of its kind: add it as value, a number for lt, lte, gt and gte.',
  'problem.preset-keyword': 'Name a keyword that exists: without one, no short link is asked.',
  'problem.room-or-api': 'Give a room or an api, so that there is something to test.',
  'problem.id-taken': 'Another entry has the id “{id}” already. Give this one its own.',
  'problem.other-service': 'Write the id of another service of this document. “{got}” is none.',
  'problem.known-service': 'Write the id of a service of this document. “{got}” is none.',
  'problem.known-feed': 'Write the id of one of the feeds of this document. “{got}” is none.',
  'problem.parent-deep':
    'This service stands on {limit} others, one below the other: leave some of them out.',
  'problem.parent-circle': '“{got}” stands on this service itself, so it cannot carry it.',
  'problem.newer-type':
    'This version does not know “{got}”, it may need a newer Coop Tray. It knows: {choices}',
  'problem.key-near': 'Nobody reads this key. Did you mean “{near}”?',
} as const;
