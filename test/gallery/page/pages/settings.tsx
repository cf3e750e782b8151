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
  failed: {
    route,
    answers: {
      'accounts.get': fails,
      'window.autostart': {
        state: 'foreign',
        path: '/home/ana/.config/autostart/io.github.hyphacoop.CoopTray.desktop',
      },
    },
  },
  'signed-out': {
    route,
    answers: {
      'accounts.get': {
        matrix: { session: 'signed-out', server: 'maple.example', fault: 'unreachable' },
        forSession: false,
        keyring: 'locked',
      },
      'window.autostart': { state: 'off-outside' },
    },
  },
  'another co-op': {
    route: { page: 'settings', moveTo: 'oak.example' },
    answers: { 'accounts.get': signedIn },
  },
  'a link to another co-op': {
    route: { page: 'settings', join: 'hypha.coop' },
    answers: { 'accounts.get': signedIn },
  },
};
