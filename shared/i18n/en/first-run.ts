/** The first minutes with the app: the demo, joining a co-op, and how to be told. */
export const firstRun = {
  'demo.marked': 'Demo: {text}',
  'demo.banner': 'This is a demo. The co-op is made up, and nothing you do here is sent.',
  'demo.enter': 'Try the demo',
  'demo.leave': 'Leave the demo',
  'demo.link.title': 'This link leads nowhere',
  'demo.link.body': 'In your own co-op, {address} would open now.',
} as const;
