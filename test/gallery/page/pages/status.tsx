import { reason } from '../../../../shared/observation/observation.ts';
import type { PageStates } from '../entry.ts';
import { badMorning, coop, dayMs, hourMs, minuteMs, now, services } from '../given.ts';

const unseen = (code: 'offline' | 'captive' | 'not-checked') => ({
  verdict: 'unknown' as const,
  reason: reason(code),
  sinceUtcMs: now - 5 * minuteMs,
  ...(code === 'not-checked' ? {} : { lastKnown: 'up' as const }),
});

export const states: PageStates = {
  normal: {},
  trouble: { snapshot: { services: badMorning, unreadAnswers: 2, unreadAnnouncements: 1 } },
  loading: { snapshot: { services: services({}, unseen('not-checked')), checkingNow: true } },
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
