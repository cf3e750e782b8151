import { describe, expect, test } from 'vitest';
import { everything } from '../../../shared/notification-policy/scope.ts';
import type { Verdict } from '../../../shared/observation/observation.ts';
import { reason } from '../../../shared/observation/observation.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import { headlineOf } from '../../../shared/wording/headline.ts';
import { changesSentence } from '../../../shared/wording/status-changes.ts';
import { serviceView, snapshotOf } from '../../fixtures/views.ts';
import { createTranslate } from '../../translate.ts';

const en = createTranslate('en');
const fr = createTranslate('fr');
const soon = reason('certificate-expiring', { days: 6, band: 7 });

function view(name: string, verdict: Verdict, more: Partial<ServiceView> = {}): ServiceView {
  return serviceView(name.toLowerCase(), { name, verdict, ...more });
}
const state = (services: readonly ServiceView[], more: Parameters<typeof snapshotOf>[0] = {}) =>
  snapshotOf({ services: [...services], ...more });
const mine = {
  ...snapshotOf().policy,
  scope: { ...everything, onlyStarred: true },
};

describe('the headline', () => {
  const web = view('Web', 'up');
  test.each<[string, ServiceView[], string, string, string[]]>([
    ['nothing', [web], 'All services are working', 'Les services fonctionnent', []],
    ['one down', [web, view('Calls', 'down')], 'Calls is down', 'Calls est en panne', []],
    [
      'two down',
      [view('Calls', 'down'), view('Chat', 'down'), web],
      'Calls and Chat are down',
      'Calls et Chat sont en panne',
      [],
    ],
    [
      'three down',
      ['A', 'B', 'C'].map((name) => view(name, 'down')),
      '3 services are down',
      '3 services sont en panne',
      [],
    ],
    [
      'one down, one slow',
      [view('Calls', 'degraded'), view('Chat', 'down')],
      'Chat is down',
      'Chat est en panne',
      ['Calls also has problems.'],
    ],
    [
      'a host and what is on it',
      [view('Host', 'down'), view('Pads', 'down', { explainedBy: { id: 'host', name: 'Host' } })],
      'Host is down',
      'Host est en panne',
      [],
    ],
    [
      'a chore',
      [web, view('Wiki', 'degraded', { reason: soon })],
      'All services are working',
      'Les services fonctionnent',
      [],
    ],
    [
      'a staging site down',
      [web, view('Staging', 'down', { audience: 'admins' })],
      'All services are working',
      'Les services fonctionnent',
      [],
    ],
    [
      'planned work',
      [web, view('Wiki', 'maintenance')],
      'Wiki is under maintenance, all other services are working',
      'Wiki est en maintenance, tous les autres services fonctionnent',
      [],
    ],
  ])('of %s', (_what, services, english, french, also) => {
    const headline = headlineOf(en, state(services));
    expect([headline.text, headline.also]).toEqual([english, also]);
    expect(headlineOf(fr, state(services)).text).toBe(french);
  });

  test('is about the member’s own services, and mentions the others', () => {
    const services = [view('Web', 'up', { starred: true }), view('Calls', 'down')];
    const headline = headlineOf(en, state(services, { policy: mine }));
    expect([headline.text, headline.verdict, headline.also]).toEqual([
      'Your services are working',
      'up',
      ['1 other service has a problem.'],
    ]);
    // What is wrong is shown all the same.
    expect(headline.trouble.map(({ name }) => name)).toEqual(['Calls']);
  });

  test('names nothing that cannot be seen while offline', () => {
    const offline = { connectivity: { state: 'offline', sinceUtcMs: 0 } } as const;
    const headline = headlineOf(en, state([view('Calls', 'unknown')], offline));
    expect([headline.text, headline.trouble]).toEqual(['You’re offline', []]);
  });
});

describe('what a screen reader says of a change', () => {
  const calls = (verdict: Verdict, more: Partial<ServiceView> = {}) =>
    view('Calls', verdict, { instead: { name: 'the phone line', hasPage: false }, ...more });
  const first = reason('not-checked');
  test.each<[string, ServiceView[], ServiceView[], string | undefined]>([
    ['nothing', [calls('up')], [calls('up')], undefined],
    ['down', [calls('up')], [calls('down')], 'Calls: down. Use the phone line for now.'],
    ['worse', [calls('degraded')], [calls('down')], 'Calls: down. Use the phone line for now.'],
    ['back', [calls('down')], [calls('up')], 'Calls: up.'],
    [
      'two at once',
      [calls('up'), view('Pads', 'down')],
      [calls('down'), view('Pads', 'up')],
      'Calls: down. Use the phone line for now. Pads: up.',
    ],
    ['a chore', [calls('up')], [calls('degraded', { reason: soon })], undefined],
    ['only a reason', [calls('down', { reason: reason('refused') })], [calls('down')], undefined],
    ['the first check', [calls('unknown', { reason: first })], [calls('up')], undefined],
    ['a muted service', [calls('up')], [calls('down', { muted: { sinceUtcMs: 0 } })], undefined],
    [
      'a service for administrators',
      [calls('up', { audience: 'admins' })],
      [calls('down', { audience: 'admins' })],
      undefined,
    ],
    ['a service that is new', [], [calls('down')], undefined],
    [
      'a host and what is on it',
      [view('Host', 'up'), view('Pads', 'up')],
      [view('Host', 'down'), view('Pads', 'down', { explainedBy: { id: 'host', name: 'Host' } })],
      'Host: down. And 1 other service.',
    ],
    [
      'many',
      ['A', 'B', 'C', 'D', 'E'].map((name) => view(name, 'up')),
      ['A', 'B', 'C', 'D', 'E'].map((name) => view(name, 'down')),
      'A: down. B: down. C: down. And 2 other services.',
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(changesSentence(en, state(before), state(after))).toBe(expected);
  });

  test('once that we are offline, and once that we are not', () => {
    const online = state([calls('up')]);
    const offline = state([calls('unknown')], {
      connectivity: { state: 'offline', sinceUtcMs: 0 },
    });
    expect(changesSentence(en, online, offline)).toBe('You’re offline');
    expect(changesSentence(en, offline, offline)).toBeUndefined();
    expect(changesSentence(en, offline, online)).toBe('All services are working');
  });
});

test('is worked out once for a snapshot, and anew for another language, connection or choice of services', () => {
  const now = state([view('Calls', 'down'), view('Web', 'up', { starred: true })]);
  const headline = headlineOf(en, now);
  expect(headlineOf(en, { ...now })).toBe(headline);
  expect(headlineOf(fr, now).text).toBe('Calls est en panne');
  const connectivity = { state: 'offline', sinceUtcMs: 0 } as const;
  expect(headlineOf(en, { ...now, connectivity }).verdict).toBe('unknown');
  expect(headlineOf(en, { ...now, policy: mine }).text).not.toBe(headline.text);
});
