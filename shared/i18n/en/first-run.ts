/** The first minutes with the app: the demo, joining a co-op, and how to be told. */
export const firstRun = {
  'join.admins.copy': 'Copy a message for your admins',
  'join.admins.copied': 'Copied. Send it to whoever runs your co-op’s website.',
  'join.admins.message':
    'Hi! I’d like to use Coop Tray, which shows in the tray whether our services work and what to use instead. It needs one file on our website: {address}\n\nThis is enough to begin with:\n\n{text}',
  'notify.stays.title': 'Coop Tray keeps running',
  'notify.stays.body':
    'You’ll be told when something is down. To quit, open the menu of the tray icon and choose Quit.',
  'demo.marked': 'Demo: {text}',
  'demo.banner': 'This is a demo. The co-op is made up, and nothing you do here is sent.',
  'demo.enter': 'Try the demo',
  'demo.leave': 'Leave the demo',
  'demo.link.title': 'This link leads nowhere',
  'demo.link.body': 'In your own co-op, {address} would open now.',
} as const;
