import { expect, test } from 'vitest';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { summarise } from '../../../shared/status/summary.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView } from '../../fixtures/views.ts';

const online = { state: 'online', sinceUtcMs: 0 } as const;

const views = (states: Readonly<Record<string, Verdict>>, ...stars: string[]): ServiceView[] =>
  Object.entries(states).map(([id, verdict]) =>
    serviceView(id, { verdict, ...(stars.includes(id) ? { starred: true as const } : {}) }),
  );

const callsDown = { calls: 'down', pads: 'up', old: 'retired' } as const;

test.each<[string, readonly ServiceView[], boolean, string, number, boolean]>([
  ['all while the member has not chosen', views(callsDown, 'pads'), false, 'down', 2, false],
  ['the starred ones', views(callsDown, 'pads'), true, 'up', 1, true],
  ['the starred one that is down', views(callsDown, 'calls'), true, 'down', 1, true],
  ['all without a star', views(callsDown), true, 'down', 2, false],
  ['all if the only starred one has ended', views(callsDown, 'old'), true, 'down', 2, false],
  [
    'none of the services but an unknown one',
    views({ a: 'unknown', b: 'up' }, 'a'),
    true,
    'unknown',
    1,
    true,
  ],
])('what decides the icon: %s', (_what, all, onlyStarred, overall, total, onlyMine) => {
  expect(summarise(all, online, { onlyStarred })).toMatchObject({ overall, total, onlyMine });
});

test('a star on a service for administrators does not silence the others', () => {
  const staging = serviceView('staging', { starred: true, audience: 'admins' });
  const all = [staging, serviceView('calls', { verdict: 'down' })];
  expect(summarise(all, online, { onlyStarred: true }).overall).toBe('down');
});
