import type { Overview } from '../../../../shared/history/overview.ts';
import { dayLetters } from '../../../../shared/history/overview.ts';
import { reason } from '../../../../shared/observation/observation.ts';
import type { PageStates } from '../entry.ts';
import { badMorning, coop, dayMs, hourMs, minuteMs, now, services } from '../given.ts';

const unseen = (code: 'offline' | 'captive' | 'not-checked') => ({
  verdict: 'unknown' as const,
  reason: reason(code),
  sinceUtcMs: now - 5 * minuteMs,
  ...(code === 'not-checked' ? {} : { lastKnown: 'up' as const }),
});

/** Ninety good days, with others by days ago. */
function days(serviceId: string, change: Readonly<Record<number, string>> = {}, uptime = 1) {
  const letters = Array.from({ length: 90 }, (_, at) => change[89 - at] ?? dayLetters.up);
  return { serviceId, days: letters.join(''), uptime };
}

const { degraded, down, maintenance, unknown, unwatched } = dayLetters;
const incident = { kind: 'down', serviceId: 'calls', end: 'seen' } as const;
const overview: Overview = {
  services: [
    days('chat'),
    days('calls', { 0: down, 3: down, 29: down, 61: degraded }, 0.9958),
    days('pads', { 12: degraded, 13: degraded, 14: degraded }, 0.9991),
    days('wiki', { 7: maintenance, 37: maintenance, 67: maintenance }),
    days('files', { 40: unknown, 41: unwatched, 42: unwatched }),
    days('passwords'),
    days(
      'website',
      Object.fromEntries(Array.from({ length: 80 }, (_, at) => [at + 10, unwatched])),
    ),
    days('forum', { 55: down }, 0.9989),
  ],
  incidents: [
    {
      ...incident,
      fromUtcMs: now - 3 * dayMs,
      toUtcMs: now - 3 * dayMs + hourMs,
      reason: reason('refused'),
    },
  ],
};

export const states: PageStates = {
  normal: { snapshot: { backups: { bad: 0, unknown: 0, warning: 0, good: 7 } } },
  days: {
    snapshot: { backups: { bad: 1, unknown: 0, warning: 2, good: 4 } },
    answers: { 'history.overview': overview },
  },
  trouble: {
    snapshot: {
      backups: { bad: 0, unknown: 0, warning: 0, good: 7 },
      services: badMorning,
      unreadAnswers: 2,
      unreadAnnouncements: 1,
    },
  },
  loading: {
    snapshot: {
      services: services({}, unseen('not-checked')),
      checkedAtUtcMs: undefined,
      checkingNow: true,
    },
  },
  empty: { snapshot: { services: [] } },
  offline: {
    snapshot: {
      connectivity: { state: 'offline', sinceUtcMs: now - 5 * minuteMs },
      services: services({ calls: { lastKnown: 'down' } }, unseen('offline')),
    },
  },
  captive: {
    snapshot: {
      connectivity: { state: 'captive', sinceUtcMs: now - 5 * minuteMs },
      services: services({}, unseen('captive')),
    },
  },
  stale: {
    snapshot: {
      coop: { ...coop, readAtUtcMs: now - 2 * dayMs, error: { code: 'unreachable' } },
      silentFeeds: [{ name: 'Hoster', fault: { code: 'not-json', params: {} } }],
      historyProblem: { code: 'unwritable' },
    },
  },
  quiet: {
    snapshot: {
      services: services({
        chat: { muted: { sinceUtcMs: now, untilUtcMs: now + hourMs } },
        calls: {
          ...badMorning[1],
          acknowledged: { sinceUtcMs: now - hourMs, reason: 'El is on it' },
        },
      }),
      policy: {
        quietHours: { on: true, days: ['mon', 'tue'], fromMinute: 540, toMinute: 1080 },
        setBy: 'member',
        scope: { onlyStarred: false, chores: false },
        damaged: false,
        quietReason: { why: 'pause', untilUtcMs: now + 4 * hourMs },
      },
    },
  },
};
