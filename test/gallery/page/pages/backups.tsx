import { summariseBackups } from '../../../../shared/backups/summary.ts';
import { everyKind, source, target } from '../../../unit/renderer/backups-states.ts';
import type { Answers, PageStates } from '../entry.ts';
import { fails } from '../entry.ts';
import { dayMs, minuteMs, now } from '../given.ts';

const route = { page: 'backups' } as const;
const rooms: Answers = {
  'roomExport.get': {
    signedIn: true,
    rooms: [
      {
        room: '#general:maple.example',
        name: 'General',
        archived: false,
        joined: true,
        keepDays: 90,
        rhythm: 'weekly',
        nextPurgeUtcMs: now + 5 * dayMs,
      },
    ],
  },
};
const good = {
  targets: [target('Website', now), target('Chat', now)],
  sources: [source(now)],
  rooms: [],
  reading: false,
};

export const states: PageStates = {
  normal: {
    route,
    snapshot: { backups: summariseBackups(good) },
    answers: { 'backups.get': good },
  },
  trouble: {
    route,
    snapshot: { backups: summariseBackups(everyKind(now)) },
    answers: { 'backups.get': everyKind(now) },
  },
  loading: { route },
  failed: { route, answers: { 'backups.get': fails } },
  empty: {
    route,
    answers: { 'backups.get': { targets: [], sources: [], rooms: [], reading: false } },
  },
  offline: {
    route,
    snapshot: { connectivity: { state: 'offline', sinceUtcMs: now - 5 * minuteMs } },
    answers: { 'backups.get': everyKind(now) },
  },
  rooms: { route, answers: { 'backups.get': good, ...rooms } },
};
