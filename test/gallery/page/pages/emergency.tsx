import type { PageStates } from '../entry.ts';
import { coop } from '../given.ts';

export const states: PageStates = {
  normal: { route: { page: 'emergency' } },
  bare: {
    route: { page: 'emergency' },
    snapshot: { coop: { ...coop, emergency: { steps: ['Call El'], contacts: [] } } },
  },
};
