import { describe, expect, test } from 'vitest';
import type { Scope } from '../../../shared/notification-policy/scope.ts';
import { concernOf, everything, isRecovery } from '../../../shared/notification-policy/scope.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { Change } from '../../../shared/status/notices.ts';
import { isTold } from '../../../shared/status/notices.ts';
import { serviceView } from '../../fixtures/views.ts';

const soon = reason('certificate-expiring', { days: 6, band: 7 });
const slow = reason('slow', { ms: 3000, limitMs: 2000 });

const services = [
  { id: 'calls', retired: false },
  { id: 'pads', retired: false },
  { id: 'staging', retired: false, audience: 'admins' as const },
  { id: 'old', retired: true },
];

function change(serviceId: string, from: Verdict, to: Verdict, more: Partial<Change> = {}): Change {
  const audience = services.find(({ id }) => id === serviceId)?.audience;
  return { serviceId, name: serviceId, from, to, ...(audience ? { audience } : {}), ...more };
}

/** What is told, as `service: from > to`. */
function told(scope: Partial<Scope>, stars: readonly string[], changes: readonly Change[]) {
  const concern = concernOf({ ...everything, ...scope }, new Set(stars), services);
  return concern
    .changes(changes)
    .filter(isTold)
    .map((one) => `${one.serviceId}: ${one.from} > ${one.to}`);
}

const certificateComes = change('calls', 'up', 'degraded', { reason: soon });
const certificateRenewed = change('calls', 'degraded', 'up', { reasonBefore: soon });
const slowToCertificate = change('calls', 'degraded', 'degraded', {
  reasonBefore: slow,
  reason: soon,
});
const certificateToSlow = change('calls', 'degraded', 'degraded', {
  reasonBefore: soon,
  reason: slow,
});
const stagingDown = change('staging', 'up', 'down');

describe('chores', () => {
  test.each<[string, Change, string[], string[]]>([
    ['a certificate that will expire', certificateComes, [], ['calls: up > degraded']],
    ['its renewal', certificateRenewed, [], ['calls: degraded > up']],
    [
      'one step closer',
      change('calls', 'degraded', 'degraded', { reasonBefore: soon, reason: soon }),
      [],
      ['calls: degraded > degraded'],
    ],
    [
      'fast again, but a certificate will expire',
      slowToCertificate,
      ['calls: degraded > up'],
      ['calls: degraded > degraded'],
    ],
    [
      'slow while a certificate will expire',
      certificateToSlow,
      ['calls: up > degraded'],
      ['calls: up > degraded'],
    ],
    [
      'back, but a certificate will expire',
      change('calls', 'down', 'degraded', { reason: soon }),
      ['calls: down > up'],
      [],
    ],
    ['a staging site down', stagingDown, [], ['staging: up > down']],
    ['and back', change('staging', 'down', 'up'), [], ['staging: down > up']],
    ['an outage', change('calls', 'up', 'down'), ['calls: up > down'], ['calls: up > down']],
    ['planned work', change('calls', 'up', 'maintenance'), [], []],
    ['no access', change('calls', 'up', 'no-access'), [], []],
  ])('%s', (_what, one, member, helper) => {
    expect([told({}, [], [one]), told({ chores: true }, [], [one])]).toEqual([member, helper]);
  });

  test('the chores of other services than their own are told to who helps, too', () => {
    const scope = { onlyStarred: true, chores: true };
    expect(told(scope, ['pads'], [certificateComes, certificateRenewed, stagingDown])).toEqual([
      'calls: up > degraded',
      'calls: degraded > up',
      'staging: up > down',
    ]);
    expect(told(scope, ['pads'], [change('calls', 'up', 'down')])).toEqual([]);
  });
});

describe('only the member’s own services', () => {
  const both = [change('calls', 'up', 'down'), change('pads', 'up', 'down')];
  test.each<[string, Partial<Scope>, string[], string[]]>([
    ['all, off until chosen', {}, ['pads'], ['calls: up > down', 'pads: up > down']],
    ['the starred', { onlyStarred: true }, ['pads'], ['pads: up > down']],
    ['all without a star', { onlyStarred: true }, [], ['calls: up > down', 'pads: up > down']],
    [
      'all if only one that has ended is starred',
      { onlyStarred: true },
      ['old'],
      ['calls: up > down', 'pads: up > down'],
    ],
    [
      'all if only one for administrators is starred',
      { onlyStarred: true },
      ['staging'],
      ['calls: up > down', 'pads: up > down'],
    ],
  ])('%s', (_what, scope, stars, expected) => {
    expect(told(scope, stars, both)).toEqual(expected);
  });
});

test.each<[string, string, boolean]>([
  ['of a service that is told', 'calls', true],
  ['of a service for administrators', 'staging', false],
])('a cause %s is kept: %j %j', (_what, id, isKept) => {
  const one = change('pads', 'up', 'down', { cause: { id, name: id } });
  const [kept] = concernOf(everything, new Set(), services).changes([one]);
  expect(kept?.cause !== undefined).toBe(isKept);
});

test('the views that decide what is still true after a quiet time are as the member feels them', () => {
  const views = [
    serviceView('calls', { verdict: 'degraded', reason: soon }),
    serviceView('staging', { verdict: 'down', audience: 'admins' }),
  ];
  const seen = (scope: Scope) =>
    concernOf(scope, new Set(), services)
      .views(views)
      .map(({ id, verdict }) => `${id} ${verdict}`);
  expect(seen(everything)).toEqual(['calls up']);
  expect(seen({ ...everything, chores: true })).toEqual(['calls degraded', 'staging down']);
});

test.each<[string, Change, boolean]>([
  ['up after trouble', change('calls', 'down', 'up'), true],
  ['up after a chore', certificateRenewed, true],
  ['trouble over, a chore left', slowToCertificate, true],
  [
    'a chore one step closer',
    change('calls', 'degraded', 'degraded', { reasonBefore: soon, reason: soon }),
    false,
  ],
  ['a chore that comes', certificateComes, false],
  ['less bad', change('calls', 'down', 'degraded', { reason: slow }), false],
])('what ends a note: %s', (_what, one, expected) => {
  expect(isRecovery(one)).toBe(expected);
});
