import { expect, test } from 'vitest';
import type { ServiceIncident } from '../../../shared/history/overview.ts';
import { weekOf } from '../../../shared/history/week.ts';
import { dayMs } from '../../../shared/time/calendar.ts';
import { serviceView } from '../../fixtures/views.ts';

const now = 20 * dayMs;

const recorded = (serviceId: string, daysAgo: number): ServiceIncident => ({
  serviceId,
  kind: 'down',
  fromUtcMs: now - daysAgo * dayMs,
  toUtcMs: now - daysAgo * dayMs + 60_000,
  end: 'seen',
});

test('the week has what was recorded and what runs now, newest first, of services that members use', () => {
  const views = [
    serviceView('pads'),
    serviceView('calls', { verdict: 'down', sinceUtcMs: now - 1000 }),
    serviceView('staging', { verdict: 'down', audience: 'admins', sinceUtcMs: now - 5000 }),
    serviceView('old', { verdict: 'retired' }),
  ];
  const incidents = [
    recorded('pads', 2),
    recorded('calls', 3),
    recorded('staging', 1),
    recorded('old', 1),
    recorded('gone', 1),
    recorded('pads', 8),
  ];
  const week = weekOf(views, incidents, now).map(
    ({ view, incident }) =>
      `${view.id} ${(now - incident.fromUtcMs) / dayMs >= 1 ? 'then' : 'now'} ${incident.end}`,
  );
  expect(week).toEqual(['calls now open', 'pads then seen', 'calls then seen']);
});
