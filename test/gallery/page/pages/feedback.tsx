import type { FeedbackState, ItemView } from '../../../../shared/feedback/state.ts';
import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import { dayMs, hourMs, now } from '../given.ts';

const state: FeedbackState = {
  destinations: [
    {
      id: 'beta',
      name: 'Beta testers',
      via: 'matrix',
      place: '#beta:maple.example',
      ready: 'ready',
    },
    { id: 'code', name: 'Issues', via: 'github', place: 'maple/site', ready: 'form' },
  ],
  staging: [{ id: 'site', name: 'Staging site', newest: '42' }],
  items: [],
  unreadable: 0,
  writable: true,
};

const item = (id: string, title: string, change: Partial<ItemView> = {}): ItemView => ({
  id,
  title,
  destination: { id: 'beta', name: 'Beta testers', via: 'matrix', place: '#beta:maple.example' },
  sinceUtcMs: now - 2 * dayMs,
  phase: { at: 'sent', atUtcMs: now - 2 * dayMs, permalink: 'https://matrix.example/1' },
  ...change,
});

const items = [
  item('a', 'The menu is gone on my phone', {
    answers: {
      outcome: 'working',
      replies: [
        {
          id: 'r',
          by: 'Sam',
          mine: false,
          text: 'Thank you, El is on it.',
          atUtcMs: now - hourMs,
          unread: true,
        },
      ],
      sending: [],
      unread: 1,
      askedAtUtcMs: now,
    },
  }),
  item('b', 'Pads are much faster now', {
    answers: { outcome: 'fixed', replies: [], sending: [], unread: 0 },
  }),
  item('c', 'Search in the wiki finds nothing', { phase: { at: 'waiting' } }),
  item('d', 'The calendar shows yesterday', {
    phase: { at: 'failed', why: { code: 'no-permission', params: {} } },
  }),
];

const route = { page: 'feedback' } as const;

export const states: PageStates = {
  normal: { route, answers: { 'feedback.get': { ...state, items } } },
  replies: {
    route: { page: 'feedback', answers: { itemId: 'a' } },
    snapshot: { unreadAnswers: 1 },
    answers: { 'feedback.get': { ...state, items }, 'answers.markRead': undefined },
  },
  loading: { route },
  failed: { route, answers: { 'feedback.get': fails } },
  empty: { route, answers: { 'feedback.get': state } },
  'signed-out': {
    route,
    answers: {
      'feedback.get': {
        ...state,
        destinations: state.destinations.map((one) => ({ ...one, ready: 'sign-in' as const })),
      },
      'accounts.get': { matrix: { session: 'signed-out' }, forSession: false },
    },
  },
  unwritable: {
    route,
    answers: { 'feedback.get': { ...state, items, writable: false, unreadable: 1 } },
  },
  nowhere: { route, answers: { 'feedback.get': { ...state, destinations: [] } } },
};
