/** Rooms that delete old messages, and exporting them first, in English. */
export const rooms = {
  'rooms.keeps': 'How long messages are kept here is not known.',
  'rooms.archived': 'Nobody writes here any more.',
  'rooms.what.old': 'Old messages',
  'rooms.what.older': 'Messages older than {age}',
  'rooms.age':
    '{unit, select, year {{count, plural, one {# year} other {# years}}} month {{count, plural, one {# month} other {# months}}} week {{count, plural, one {# week} other {# weeks}}} other {{count, plural, one {# day} other {# days}}}}',
  'rooms.removed':
    '{what} are removed{often, select, daily { every day} weekly { every week} monthly { every month} other {}}.',
  'rooms.removed.next':
    '{what} are removed{often, select, daily { every day} weekly { every week} monthly { every month} other {}}; next on {when}.',
  'rooms.goes': 'Then what was written before {goes} goes.',
  'rooms.gone':
    'What was written before {gone} should be gone already; then what was written before {goes} goes too.',
  'rooms.page.title': '{name}, page {number}',
  'rooms.page.index': 'All pages',
  'rooms.page.earlier': 'Earlier messages',
  'rooms.page.later': 'Later messages',
  'rooms.page.range': '{from} – {to}: {messages, plural, one {# message} other {# messages}}',
  'rooms.page.noTime': 'at an unknown time',
  'rooms.page.thread': 'in a thread',
  'rooms.page.removed': 'This message was removed.',
  'rooms.page.encrypted': 'This message is encrypted, and Coop Tray holds no keys.',
  'rooms.page.edit': 'Changes an earlier message to:',
  'rooms.page.edited': 'Edited. At first it said:',
  'rooms.page.file': 'A file:',
  'rooms.page.poll': 'A poll:',
  'rooms.page.about':
    'The room {room} as {user} could read it on {date}: {shown, plural, one {# message} other {# messages}}.',
  'rooms.page.rest':
    'messages.jsonl holds every event of the room, {events, number} in all, for other programs: also who came and went, reactions and earlier wordings.',
  'rooms.page.leftOut': 'These events are in no page: {kinds}.',
  'rooms.page.leftOut.state': '{count, number} about who came and went, or the room itself',
  'rooms.page.leftOut.reaction': '{count, plural, one {# reaction} other {# reactions}}',
  'rooms.page.leftOut.removal': '{count, plural, one {# removal} other {# removals}}',
  'rooms.page.leftOut.vote': '{count, plural, one {# vote in a poll} other {# votes in polls}}',
  'rooms.page.leftOut.other':
    '{count, plural, one {# of a kind that Coop Tray cannot show} other {# of kinds that Coop Tray cannot show}}',
  'rooms.page.unreadable':
    '{count, plural, one {One thing that the server gave is no event, and is in no file.} other {# things that the server gave are no events, and are in no file.}}',
  'rooms.page.files':
    'Pictures and files were not copied. Their names lead to the message in a program for Matrix, as long as it is there.',
  'rooms.title': 'Messages that will be removed',
  'rooms.explain':
    'You can save what you may read of a room before it goes: to read in a browser, and for other programs.',
  'rooms.signedOut':
    'Sign in to Matrix in the settings to save what you may read of a room before it goes.',
  'rooms.failed': 'The rooms whose messages are removed could not be looked up.',
  'rooms.notIn': 'You are not in this room, so there is nothing to save.',
  'rooms.button': '{word} ({name})',
  'rooms.save': 'Save messages…',
  'rooms.again': 'Save anew…',
  'rooms.goOn': 'Go on',
  'rooms.stop': 'Stop',
  'rooms.show': 'Show the folder',
  'rooms.busy': 'One room at a time.',
  'rooms.copying': 'Saving {name}',
  'rooms.soFar': '{events, plural, one {# event} other {# events}} so far',
  'rooms.soFar.back': '{events, plural, one {# event} other {# events}} so far, back to {date}',
  'rooms.finished': 'Saved: {events, plural, one {# event} other {# events}} in “{folder}”',
  'rooms.unreadable':
    '{count, plural, one {One thing that the server gave could not be read, and is not in the copy.} other {# things that the server gave could not be read, and are not in the copy.}} Open the room in a program for Matrix to see whether a message is missing.',
  'rooms.at.reading': 'Reading, from the newest message back',
  'rooms.at.waiting': 'Waiting for the server',
  'rooms.at.writing': 'Writing the pages',
  'rooms.at.stopped': 'Stopped. It can go on where it was.',
  'rooms.at.failed': 'Not finished. It can go on where it was.',
  'rooms.at.finished': 'Finished',
  'rooms.fault.signed-out': 'You are not signed in to Matrix any more. Sign in again, then go on.',
  'rooms.fault.unreachable': 'The server cannot be reached.',
  'rooms.fault.rate-limited': 'The server asks for patience.',
  'rooms.fault.forbidden': 'The server does not let you read this room.',
  'rooms.fault.locked':
    'Whoever runs the server has locked your account. Ask them to unlock it, then go on.',
  'rooms.fault.deactivated': 'Your account there was closed for good.',
  'rooms.fault.not-found': 'The server does not know this room.',
  'rooms.fault.too-large': 'The server sent a message that is too large to be taken.',
  'rooms.fault.bad-answer': 'The server gave an answer that makes no sense.',
  'rooms.fault.refused': 'The server refused to give the messages.',
  'rooms.fault.disk-full': 'The disk is full. Make room, then go on.',
  'rooms.fault.folder': 'The folder cannot be written, or is not there any more.',
  'rooms.fault.internal': 'Something went wrong in Coop Tray itself.',
} as const;
