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
} as const;
