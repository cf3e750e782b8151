/** The first minutes with the app: the demo, joining a co-op, and how to be told. */
export const firstRun = {
  'demo.name': 'Demo',
  'demo.marked': 'Demo: {text}',
  'demo.banner': 'This is a demo. The co-op is made up, and nothing you do here is sent.',
  'demo.enter': 'Try the demo',
  'demo.leave': 'Leave the demo',
  'demo.link.title': 'Links don’t open in the demo',
  'demo.link.body': 'In your own co-op, this would open {address}.',

  'join.what':
    'Coop Tray shows your co-op’s services in the tray. When one is down, it tells you once, with what to use instead.',
  'join.help':
    'For example, example.coop. A link to the file or a file on this computer works too.',
  'join.demo': 'Not in a co-op yet, or just curious?',
  'join.next': 'What you can do',
  'join.next.spelling': 'Check the spelling of the address.',
  'join.next.admins':
    'Ask your co-op’s admins to publish a small file there. The message below says how.',
  'join.admins.copy': 'Copy a message for your admins',
  'join.admins.copied': 'Copied. Paste it into a message to your co-op’s admins.',
  'join.admins.message':
    'Hi! I’d like to use Coop Tray, an app that shows whether our services are working and what to use instead. It needs one file on our website, at {address}\n\nThis is enough to begin with:\n\n{text}',

  'welcome.title': 'How do you want to be told?',
  'welcome.lead': 'You’re connected to {name}. You can change all of this later in Settings.',
  'welcome.when': 'When may Coop Tray notify you?',
  'welcome.when.work': 'During my working hours',
  'welcome.when.hours': '{hours}. Outside them, notifications wait.',
  'welcome.when.coop': '{hours}, as your co-op suggests. Outside them, notifications wait.',
  'welcome.when.always': 'At any time',
  'welcome.skip': 'Not now',
  'welcome.save': 'Done',

  'settings.notifications': 'Notifications',
  'settings.scope': 'Which services matter to you?',
  'settings.scope.all': 'All services',
  'settings.scope.mine': 'Only the ones I use',
  'settings.scope.mine.help':
    'Mark them with a star in the list of services. Until you do, all of them count.',
  'settings.scope.chores': 'I help run the servers: also tell me what admins need to do',
  'settings.quiet.range': '{from} to {to}',
  'settings.change.kept':
    'Nothing of {name} is deleted: its history and your choices are here when you come back.',
  'settings.language': 'The language follows your system: English.',

  'notify.stays.title': 'Coop Tray keeps running',
  'notify.stays.body':
    'You’ll be told when something is down. To quit, open the menu of the tray icon and choose “Quit”.',
} as const;
