/** The line below the co-op's name: it agrees with the tray icon, and is short. */
import { expect, test } from 'vitest';
import { everything } from '../../../shared/notification-policy/scope.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { railLine } from '../../../shared/wording/rail-line.ts';
import { serviceView, snapshotOf } from '../../fixtures/views.ts';
import { createTranslate } from '../../translate.ts';

const view = (name: string, verdict: Verdict, more: Partial<ServiceView> = {}) =>
  serviceView(name.toLowerCase(), { name, verdict, ...more });
const web = view('Web', 'up');
const host = view('Host', 'down');
const onHost = view('Pads', 'down', { explainedBy: { id: 'host', name: 'Host' } });
const muted = { muted: { sinceUtcMs: 0 } };
const line = (state: 'offline' | 'captive' | 'waking') => ({
  connectivity: { state, sinceUtcMs: 0 } as const,
});
const mine = { policy: { ...snapshotOf().policy, scope: { ...everything, onlyStarred: true } } };

test.each<[string, ServiceView[], Partial<Snapshot>, string, string, Verdict]>([
  ['all is well', [web], {}, 'All services OK', 'Tous les services OK', 'up'],
  ['one is down', [web, host], {}, '1 problem', '1 problème', 'down'],
  ['a host and what is on it', [host, onHost], {}, '1 problem', '1 problème', 'down'],
  [
    'one is down, one slow',
    [host, view('Chat', 'degraded')],
    {},
    '2 problems',
    '2 problèmes',
    'down',
  ],
  [
    'down because of something muted',
    [view('Host', 'down', muted), onHost],
    {},
    '1 problem',
    '1 problème',
    'down',
  ],
  ['muted', [web, view('Chat', 'down', muted)], {}, 'Working, 1 muted', 'OK, 1 en sourdine', 'up'],
  [
    'a chore',
    [view('Wiki', 'degraded', { reason: reason('certificate-expiring', { days: 6, band: 7 }) })],
    {},
    'All services OK',
    'Tous les services OK',
    'up',
  ],
  ['one is unknown', [web, view('Chat', 'unknown')], {}, '1 unknown', '1 état inconnu', 'unknown'],
  [
    'planned work',
    [web, view('Wiki', 'maintenance')],
    {},
    '1 in maintenance',
    '1 en maintenance',
    'maintenance',
  ],
  [
    'another’s service is down',
    [view('Web', 'up', { starred: true }), host],
    mine,
    'Your services OK',
    'Vos services OK',
    'up',
  ],
  [
    'all works, but a backup does not',
    [web],
    { backups: { bad: 1, unknown: 0, warning: 2, good: 3 } },
    '1 backup at risk',
    '1 sauvegarde à risque',
    'down',
  ],
  [
    'backups that are no risk',
    [web],
    { backups: { bad: 0, unknown: 1, warning: 2, good: 3 } },
    'All services OK',
    'Tous les services OK',
    'up',
  ],
  ['no services', [], {}, 'No services yet', 'Aucun service', 'unknown'],
  [
    'all are muted',
    [view('Chat', 'down', muted)],
    {},
    'All muted',
    'Tout est en sourdine',
    'unknown',
  ],
  ['offline', [host], line('offline'), 'Offline', 'Hors ligne', 'unknown'],
  [
    'a portal in the way',
    [host],
    line('captive'),
    'Network sign-in',
    'Identification requise',
    'unknown',
  ],
  ['awake', [host], line('waking'), 'Waiting for network', 'Attente du réseau', 'unknown'],
  [
    'nothing checked yet',
    [view('Web', 'unknown', { reason: reason('not-checked') })],
    {},
    'First check…',
    '1re vérification…',
    'unknown',
  ],
  [
    'the clock is wrong',
    [view('Web', 'unknown', { reason: reason('clock-wrong') })],
    { connectivity: { state: 'online', sinceUtcMs: 0, clockOffMs: 86_400_000 } },
    'Wrong clock',
    'Horloge déréglée',
    'unknown',
  ],
])('%s', (_, services, more, english, french, verdict) => {
  const state = snapshotOf({ services, ...more });
  expect(railLine(createTranslate('en'), state)).toEqual({ text: english, verdict });
  expect(railLine(createTranslate('fr'), state).text).toBe(french);
  // As many characters as the rail is wide.
  for (const text of [english, french]) expect(text.length).toBeLessThanOrEqual(26);
});
