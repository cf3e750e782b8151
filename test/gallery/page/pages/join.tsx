import type { PageStates } from '../entry.ts';

export const states: PageStates = {
  normal: { joins: true },
  failed: {
    joins: true,
    snapshot: { awaited: { source: 'maple.example', error: { code: 'unreachable' } } },
  },
};
