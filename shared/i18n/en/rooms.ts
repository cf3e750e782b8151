/** Rooms whose messages do not stay, and saving them first, in English. */
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
  'rooms.page.about':
    'The room {room} as {user} could read it on {date}: {shown, plural, one {# message} other {# messages}}.',
  'rooms.page.rest':
    'messages.jsonl holds every event of the room, {events, number} in all, for other programs: also who came and went, reactions and earlier wordings.',
  'rooms.page.files':
    'Pictures and files were not copied. Their names lead to the message in a program for Matrix, as long as it is there.',
} as const;
