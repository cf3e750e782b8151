import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';

const route = { page: 'settings' } as const;
const signedIn = {
  matrix: {
    session: 'signed-in',
    server: 'maple.example',
    userId: '@ana:maple.example',
    keptIn: 'keyring',
  },
  github: { session: 'signed-out' },
  forSession: false,
} as const;

export const states: PageStates = {
  normal: { route, answers: { 'accounts.get': signedIn } },
  loading: { route },
  failed: { route, answers: { 'accounts.get': fails } },
  'signed-out': {
    route,
    answers: {
      'accounts.get': {
        matrix: { session: 'signed-out', server: 'maple.example', fault: 'unreachable' },
        forSession: false,
        keyring: 'locked',
      },
    },
  },
  'another co-op': {
    route: { page: 'settings', moveTo: 'oak.example' },
    answers: { 'accounts.get': signedIn },
  },
};
