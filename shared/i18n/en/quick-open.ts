/** Quick open, in English. */
export const quickOpen = {
  'keys.quickOpen': 'Quick open',
  'quickOpen.title': 'Quick open',
  'quickOpen.menu': 'Quick open…',
  'quickOpen.field': 'Search links, services and pages',
  'quickOpen.results': 'Results',
  'quickOpen.count': '{count, plural, =0 {No results} one {# result} other {# results}}',
  'quickOpen.none': 'Nothing matches “{text}”.',
  'quickOpen.kind.link': 'Link',
  'quickOpen.kind.service': 'Service',
  'quickOpen.kind.room': 'Room',
  'quickOpen.kind.page': 'Page',
  'quickOpen.kind.action': 'Action',
  'quickOpen.argument': '{keyword} with “{argument}”',
  'quickOpen.kept':
    'What you open with quick open comes first the next time. That’s saved on this computer only.',
  'quickOpen.delete': 'Delete these choices',
  'quickOpen.deleted': 'Deleted.',
};
