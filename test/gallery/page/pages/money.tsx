import type { MoneyState } from '../../../../shared/money/ipc.ts';
import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import { coop, hourMs, minuteMs, now } from '../given.ts';

const route = { page: 'money' } as const;
const full: MoneyState = {
  collectives: [
    {
      slug: 'maple-street',
      name: 'Maple Street',
      isKnown: true,
      balance: { cents: 1_284_550, currency: 'CAD' },
    },
    { slug: 'maple-festival', name: 'Maple Festival', isKnown: true },
    { slug: 'maple-archive', name: 'Archive', isKnown: true, isMissing: true },
  ],
  day: '2026-11-23',
  isReading: false,
};
const snapshot = { coop: { ...coop, sections: [...coop.sections, 'money' as const] } };
const unread = full.collectives.map(({ slug, name }) => ({ slug, name, isKnown: false }));

export const states: PageStates = {
  normal: { route, snapshot, answers: { 'money.get': full } },
  loading: { route, snapshot },
  failed: { route, snapshot, answers: { 'money.get': fails } },
  stale: {
    route,
    snapshot,
    answers: {
      'money.get': { ...full, problem: { code: 'busy', status: 429, sinceUtcMs: now - hourMs } },
    },
  },
  offline: {
    route,
    snapshot: { ...snapshot, connectivity: { state: 'offline', sinceUtcMs: now - 5 * minuteMs } },
    answers: { 'money.get': full },
  },
  'never read': {
    route,
    snapshot,
    answers: {
      'money.get': {
        collectives: unread,
        problem: { code: 'unreachable', sinceUtcMs: now - hourMs },
        isReading: false,
      },
    },
  },
};
