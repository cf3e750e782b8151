import type { Meeting } from '../../../../shared/calendar/meeting.ts';
import { reason } from '../../../../shared/observation/observation.ts';
import type { Snapshot } from '../../../../shared/snapshot.ts';
import type { PageStates } from '../entry.ts';
import { badMorning, coop, hourMs, minuteMs, now, services, trouble } from '../given.ts';

const route = { page: 'today' } as const;
const safe: Snapshot['backups'] = { bad: 0, unknown: 0, warning: 0, good: 7 };
const atRisk: Snapshot['backups'] = {
  bad: 1,
  unknown: 0,
  warning: 2,
  good: 4,
  worst: { name: 'Passwords (Passbolt)', code: 'late' },
  people: ['El', 'Robin', 'Kim'],
};
const meeting = (title: string, startUtcMs: number, lastsMs: number = hourMs): Meeting => ({
  id: title,
  calendarId: 'coop',
  title,
  startUtcMs,
  endUtcMs: startUtcMs + lastsMs,
  join: { name: 'Maple Hall', isOwnRoom: true },
});
const withCalendar = {
  ...coop,
  sections: [...coop.sections, 'calendars' as const, 'meetings' as const],
};
const infra = { id: 'infra', name: 'Infrastructure', padKind: 'hedgedoc', template: {} } as const;
const notes = { 'meetings.get': { meetings: [infra] } };
const work = { title: 'New disks', startsUtcMs: now + 23 * hourMs, endsUtcMs: now + 24 * hourMs };

export const states: PageStates = {
  normal: { route, snapshot: { backups: safe } },
  trouble: { route, snapshot: { backups: safe, services: badMorning } },
  // All services work, and the answer is no all the same.
  'at risk': { route, snapshot: { backups: atRisk } },
  offline: {
    route,
    snapshot: {
      backups: safe,
      connectivity: { state: 'offline', sinceUtcMs: now - 5 * minuteMs },
      services: services(
        {},
        { verdict: 'unknown', reason: reason('offline'), lastKnown: 'up', sinceUtcMs: now },
      ),
    },
  },
  loading: {
    route,
    snapshot: {
      services: services({}, { verdict: 'unknown', reason: reason('not-checked') }),
      checkedAtUtcMs: undefined,
      checkingNow: true,
    },
  },
  stale: {
    route,
    snapshot: {
      backups: { ...safe, unknown: 1, worst: { name: 'Files', code: 'stale-reading' } },
      services: services({ pads: { ...trouble('unknown', 'stale'), lastKnown: 'up' } }),
    },
  },
  // What this desktop lacks.
  notes: { route, snapshot: { backups: safe, trayAvailable: false, noticesShown: false } },
  restart: { route, snapshot: { backups: safe, installedVersion: '1.2.0' } },
  crash: {
    route,
    snapshot: {
      backups: safe,
      crash: {
        kind: 'app',
        atUtcMs: now,
        version: '1.0.0',
        begunUtcMs: now - hourMs,
        count: 1,
      },
    },
  },
  call: {
    route,
    snapshot: {
      coop: withCalendar,
      backups: safe,
      meetings: [meeting('Infrastructure', now + 10 * minuteMs)],
    },
    answers: notes,
  },
  many: {
    route,
    snapshot: {
      coop: withCalendar,
      services: services({
        calls: { ...badMorning[1], starred: true },
        chat: trouble('down', 'timeout', { seconds: 10, phase: 'connect' }),
        forum: trouble('degraded', 'slow', { ms: 2400, limitMs: 800 }),
        website: trouble('down', 'refused'),
        pads: {
          ...trouble('down', 'refused'),
          acknowledged: { sinceUtcMs: now - hourMs, reason: 'El is on it' },
        },
        wiki: { maintenance: work },
      }),
      meetings: [
        meeting('Finance', now - 20 * minuteMs),
        meeting('Infrastructure', now + 10 * minuteMs),
        meeting('Welcome circle', now + 10 * minuteMs),
      ],
      unreadAnswers: 2,
      unreadAnnouncements: 1,
      backups: atRisk,
    },
    answers: notes,
  },
};
