import type { NewsState } from '../../../../shared/announcements/state.ts';
import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import { dayMs, hourMs, now } from '../given.ts';

const route = { page: 'announcements' } as const;
const news = (change: Partial<NewsState>) => ({
  'announcements.get': {
    room: '#news:maple.example',
    reading: 'ready' as const,
    announcements: [],
    unread: 0,
    askedAtUtcMs: now,
    ...change,
  },
  'announcements.markRead': undefined,
});
const announcements = [
  {
    id: 'a',
    by: 'El',
    text: 'Pads move to the new server on Friday. https://maple.example/pads',
    atUtcMs: now - 2 * hourMs,
    unread: true,
  },
  {
    id: 'b',
    by: 'Sam',
    text: 'The weekly meeting is at 16:00.',
    atUtcMs: now - 3 * dayMs,
    unread: false,
  },
];

export const states: PageStates = {
  normal: {
    route,
    snapshot: { unreadAnnouncements: 1 },
    answers: news({ announcements, unread: 1, unreadable: 2 }),
  },
  loading: { route },
  failed: { route, answers: { 'announcements.get': fails } },
  empty: { route, answers: news({}) },
  'signed-out': { route, answers: news({ reading: 'signed-out' }) },
  outside: { route, answers: news({ reading: 'outside' }) },
  stale: { route, answers: news({ reading: 'failed', announcements }) },
};
