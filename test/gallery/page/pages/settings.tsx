import type { Result } from '../../../../shared/ipc.ts';
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

const direct: Result<'proxy.get'> = {
  setting: { use: 'automatic' },
  inUse: [{ from: 'system', way: 'direct' }],
  hasLogin: false,
};
const locked: Result<'proxy.get'> = {
  setting: { use: 'address', address: 'http://proxy.maple.example:3128' },
  inUse: [{ from: 'setting', way: 'proxy.maple.example:3128' }],
  wanted: { proxy: 'proxy.maple.example:3128', wasRefused: true },
  hasLogin: false,
};

export const states: PageStates = {
  normal: { route, answers: { 'accounts.get': signedIn, 'proxy.get': direct } },
  loading: { route },
  failed: {
    route,
    answers: {
      'accounts.get': fails,
      'proxy.get': fails,
      'window.autostart': {
        state: 'foreign',
        path: '/home/ana/.config/autostart/io.github.hyphacoop.CoopTray.desktop',
      },
    },
  },
  'behind a proxy': { route, answers: { 'accounts.get': signedIn, 'proxy.get': locked } },
  'signed-out': {
    route,
    answers: {
      'accounts.get': {
        matrix: { session: 'signed-out', server: 'maple.example', fault: 'unreachable' },
        forSession: false,
        keyring: 'locked',
      },
      'window.autostart': { state: 'off-outside' },
      'proxy.get': direct,
    },
  },
  'another co-op': {
    route: { page: 'settings', moveTo: 'oak.example' },
    answers: { 'accounts.get': signedIn, 'proxy.get': direct },
  },
  'a link to another co-op': {
    route: { page: 'settings', join: 'hypha.coop' },
    answers: { 'accounts.get': signedIn, 'proxy.get': direct },
  },
};
