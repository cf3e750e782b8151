import type { PageStates } from '../entry.ts';

export const states: PageStates = {
  welcome: { snapshot: { welcome: true } },
  demo: { snapshot: { demo: true } },
  normal: { joins: true },
  'a link': { joins: true, route: { page: 'join', source: 'hypha.coop' } },
  failed: {
    joins: true,
    snapshot: { awaited: { source: 'maple.example', error: { code: 'unreachable' } } },
  },
};
