import type { Result } from '../../../../shared/ipc.ts';
import type { PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import type { UpdatesState } from '../../../../shared/updates/ipc.ts';
import { hourMs, minuteMs, now } from '../given.ts';

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

const updates: UpdatesState = {
  isSetUp: true,
  isOn: true,
  channel: 'stable',
  isBeta: false,
  place: { how: 'replace', kind: 'appimage' },
  isChecking: false,
  goodAtUtcMs: now - hourMs,
  isGoodForChannel: true,
  isTooOld: false,
};
const offered: UpdatesState = {
  ...updates,
  offer: {
    version: '1.2.0',
    issuedUtcMs: now - 50 * hourMs,
    notes: 'Calls are quicker.\nFewer faults.',
    sizeBytes: 104_857_600,
    fileName: 'coop-tray-1.2.0-linux-x86_64.AppImage',
  },
};

const usual = { 'accounts.get': signedIn, 'proxy.get': direct, 'updates.get': updates } as const;

export const states: PageStates = {
  normal: {
    route,
    answers: usual,
  },
  loading: { route },
  failed: {
    route,
    answers: {
      'accounts.get': fails,
      'proxy.get': fails,
      'updates.get': fails,
      'window.autostart': {
        state: 'foreign',
        path: '/home/ana/.config/autostart/io.github.hyphacoop.CoopTray.desktop',
      },
    },
  },
  'start at login': {
    route,
    part: 'autostart.title',
    answers: {
      ...usual,
      'window.autostart': {
        state: 'foreign',
        path: '/home/ana/.config/autostart/io.github.hyphacoop.CoopTray.desktop',
      },
    },
  },
  history: { route, part: 'history.title', answers: usual },
  network: { route, part: 'proxy.title', answers: usual },
  updates: { route, part: 'updates.title', answers: usual },
  about: { route, part: 'settings.about', answers: usual },
  'behind a proxy': {
    route,
    part: 'proxy.title',
    snapshot: { connectivity: { state: 'proxy-login', sinceUtcMs: now } },
    answers: { ...usual, 'proxy.get': locked },
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
      'proxy.get': direct,
      'updates.get': { ...updates, isSetUp: false },
    },
  },
  'another co-op': {
    route: { page: 'settings', moveTo: 'oak.example' },
    answers: usual,
  },
  'a link to another co-op': {
    route: { page: 'settings', join: 'hypha.coop' },
    answers: usual,
  },
  'another version installed': {
    route,
    part: 'updates.title',
    answers: usual,
    snapshot: { installedVersion: '1.2.0' },
  },
  update: { route, part: 'updates.title', answers: { ...usual, 'updates.get': offered } },
  'update downloading': {
    route,
    part: 'updates.title',
    answers: {
      ...usual,
      'updates.get': {
        ...offered,
        transfer: { at: 'downloading', gotBytes: 41_943_040, ofBytes: 104_857_600 },
      },
    },
  },
  'update failed': {
    route,
    part: 'updates.title',
    answers: {
      ...usual,
      'updates.get': {
        ...offered,
        transfer: { at: 'failed', code: 'disk-failing', version: '1.2.0' },
        goodAtUtcMs: now - 74 * hourMs,
        problem: { code: 'too-large', atUtcMs: now - 50 * hourMs },
      },
    },
  },
  'update by hand': {
    route,
    part: 'updates.title',
    answers: {
      ...usual,
      'updates.get': {
        ...offered,
        place: { how: 'by-hand', kind: 'rpm' },
        offer: {
          ...offered.offer,
          version: '1.2.0',
          issuedUtcMs: now - 50 * hourMs,
          notes: '',
          fileName: 'coop-tray-1.2.0-linux-x86_64.rpm',
          command: 'sudo zypper install --allow-unsigned-rpm ./coop-tray-1.2.0-linux-x86_64.rpm',
        },
        isTooOld: true,
        overdueDays: 91,
        problem: { code: 'wrong-signature', atUtcMs: now - minuteMs },
      },
    },
  },
};
