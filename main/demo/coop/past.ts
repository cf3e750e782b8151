/** What has happened at the demo's co-op in the last ninety days. Pure. */
import { reason } from '../../../shared/observation/observation.ts';
import type { Episode } from '../history/episodes.ts';
import type { CannedHistory } from '../history/index.ts';

const usual: Readonly<Record<string, number>> = {
  calls: 140,
  chat: 90,
  pads: 70,
  files: 210,
  passwords: 110,
  forum: 260,
  mail: 60,
  website: 80,
  staging: 130,
};

/** Response time of a service on a good day, in ms. */
export function usualMs(serviceId: string): number {
  return usual[serviceId] ?? 100;
}

const slowWeek = [19, 18, 17, 16, 15].map((daysAgo, index): Episode => ({
  serviceId: 'files',
  kind: 'degraded',
  daysAgo,
  atHour: 9.25 + index / 4,
  minutes: 95 + 20 * index,
  reason: reason('slow', { ms: 2600 + 150 * index, limitMs: 1500 }),
}));

/** Two outages, a slow week and some planned work. */
export const episodes: readonly Episode[] = [
  {
    serviceId: 'calls',
    kind: 'down',
    daysAgo: 2,
    atHour: 14.2,
    minutes: 12,
    reason: reason('status', { got: 502 }),
  },
  {
    serviceId: 'chat',
    kind: 'down',
    daysAgo: 33,
    atHour: 8.4,
    minutes: 74,
    reason: reason('refused'),
  },
  ...slowWeek,
  { serviceId: 'pads', kind: 'maintenance', daysAgo: 12, atHour: 3.5, minutes: 40 },
  {
    serviceId: 'staging',
    kind: 'down',
    daysAgo: 5,
    atHour: 20,
    minutes: 25,
    reason: reason('timeout', { phase: 'firstByte', seconds: 10 }),
  },
];

export function pastOf(now: Pick<CannedHistory, 'nowUtcMs' | 'calendar'>): CannedHistory {
  return {
    ...now,
    services: Object.entries(usual).map(([id, usualMs]) => ({ id, usualMs })),
    episodes,
    gap: { daysAgo: 47, days: 3 },
    seed: 2024,
  };
}
