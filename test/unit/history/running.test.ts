import { expect, test } from 'vitest';
import { dayKinds, dayLetters } from '../../../shared/history/overview.ts';
import type { IncidentView } from '../../../shared/history/view.ts';
import { withRunning } from '../../../shared/history/running.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { serviceView } from '../../fixtures/views.ts';

const nowUtcMs = 10_000;

const incident = (
  kind: IncidentView['kind'],
  fromUtcMs: number,
  toUtcMs: number,
  end: IncidentView['end'],
): IncidentView => ({ kind, fromUtcMs, toUtcMs, end });

const state = (more: Partial<ServiceView>) => serviceView('calls', more);
const soon = reason('certificate-expiring', { days: 6, band: 7 });

test.each<[string, IncidentView[], ServiceView, string[]]>([
  ['nothing while all works', [], state({ verdict: 'up' }), []],
  [
    'one not recorded yet',
    [],
    state({ verdict: 'down', sinceUtcMs: 4000 }),
    ['down 4000-10000 open'],
  ],
  [
    'one recorded a minute ago, which lasts',
    [incident('down', 4000, 9000, 'open')],
    state({ verdict: 'down', sinceUtcMs: 4000 }),
    ['down 4000-10000 open'],
  ],
  [
    'one recorded before the app was started again',
    [incident('down', 1000, 3000, 'unseen')],
    state({ verdict: 'down', sinceUtcMs: 4000 }),
    ['down 4000-10000 open', 'down 1000-3000 unseen'],
  ],
  [
    'worse since it was recorded',
    [incident('degraded', 4000, 6000, 'open')],
    state({ verdict: 'down', sinceUtcMs: 7000 }),
    ['down 7000-10000 open', 'degraded 4000-7000 seen'],
  ],
  [
    'one that has ended since it was recorded',
    [incident('down', 4000, 6000, 'open')],
    state({ verdict: 'up', sinceUtcMs: 7000 }),
    ['down 4000-7000 seen'],
  ],
  [
    'while nothing is known, what was recorded',
    [incident('down', 4000, 6000, 'open')],
    state({ verdict: 'unknown', sinceUtcMs: 7000 }),
    ['down 4000-6000 open'],
  ],
  [
    'planned work',
    [],
    state({ verdict: 'maintenance', sinceUtcMs: 8000 }),
    ['maintenance 8000-10000 open'],
  ],
  ['no chore', [], state({ verdict: 'degraded', reason: soon, sinceUtcMs: 1 }), []],
  [
    'never one from the future, by a clock that was set back',
    [],
    state({ verdict: 'down', sinceUtcMs: 20_000 }),
    ['down 10000-10000 open'],
  ],
])('incidents with the running one: %s', (_what, recorded, view, expected) => {
  const shown = withRunning(recorded, view, nowUtcMs).map(
    (one) => `${one.kind} ${one.fromUtcMs}-${one.toUtcMs} ${one.end}`,
  );
  expect(shown).toEqual(expected);
});

test('days are read back from their letters', () => {
  const kinds = ['up', 'degraded', 'down', 'maintenance', 'unknown', 'unwatched'] as const;
  expect(dayKinds(kinds.map((kind) => dayLetters[kind]).join(''))).toEqual(kinds);
  expect(dayKinds('?')).toEqual(['unwatched']);
});
