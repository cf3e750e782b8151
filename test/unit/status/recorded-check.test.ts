import { expect, test } from 'vitest';
import type { Observed } from '../../../main/core/status/status-event.ts';
import { createRecordedChecks } from '../../../main/core/status/recorded-check.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import type { ServiceRecord } from '../../../shared/status/machine.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { fakeClock } from '../clock.ts';

const parsed = parseCoopDocument(
  JSON.stringify({
    version: 1,
    name: 'x',
    services: [
      { id: 'own', name: 'Own', probe: { type: 'tcp', host: 'a.example', port: 1 } },
      { id: 'page', name: 'Page' },
    ],
  }),
);
if (!parsed.ok) throw new Error('document');
const { services } = parsed.document;
const clock = fakeClock();
const now = clock.nowUtcMs();
const down: ServiceRecord = {
  verdict: 'down',
  reason: reason('refused'),
  sinceUtcMs: now - 60_000,
};
const check: Observed = {
  serviceId: 'own',
  atUtcMs: now,
  seen: { verdict: 'down', reason: reason('refused'), timings: {} },
  record: down,
  intervalMs: 60_000,
};

test('trouble while work is planned is remembered as that work, from its beginning', () => {
  const startsUtcMs = now - 30_000;
  const window = { serviceIds: ['own'], title: 'New disk', startsUtcMs, endsUtcMs: now + 60_000 };
  const windows = { active: [window], none: [] };
  const ask = (maintenance: readonly (typeof window)[]) =>
    createRecordedChecks({
      clock,
      services: () => services,
      merged: { joined: () => undefined },
      maintenance: () => maintenance,
    }).ofCheck(check).record;
  expect(ask(windows.none)).toBe(down);
  expect(ask(windows.active)).toMatchObject({
    verdict: 'maintenance',
    reason: reason('planned', { title: 'New disk' }),
    sinceUtcMs: startsUtcMs,
  });
});

test('a service that only a status page tells of is remembered by its word', () => {
  const feedStatus = { intervalMs: 300_000 };
  const recorded = createRecordedChecks({
    clock,
    services: () => services,
    merged: {
      joined: (id) =>
        id === 'page' ? ({ own: down, record: down, feedStatus } as never) : undefined,
    },
    maintenance: () => [],
  });
  expect(recorded.ofPages()).toEqual([
    {
      serviceId: 'page',
      atUtcMs: now,
      seen: { verdict: 'down', reason: reason('refused'), timings: {} },
      record: down,
      intervalMs: 300_000,
    },
  ]);
});
