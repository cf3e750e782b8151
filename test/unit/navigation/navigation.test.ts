/** Back and forward through the window's routes. */
import { describe, expect, test } from 'vitest';
import type { Navigation, NavigationStep } from '../../../shared/navigation.ts';
import {
  lastServiceIn,
  navigate,
  pastLimit,
  resumable,
  sameRoute,
  startAt,
} from '../../../shared/navigation.ts';
import type { Route } from '../../../shared/route.ts';

const status: Route = { page: 'status' };
const pads: Route = { page: 'status', serviceId: 'pads' };
const calls: Route = { page: 'calls' };
const backups: Route = { page: 'backups' };

const go = (route: Route): NavigationStep => ({ do: 'go', route });
const back: NavigationStep = { do: 'back' };
const forward: NavigationStep = { do: 'forward' };
const walk = (...steps: readonly NavigationStep[]) => steps.reduce(navigate, startAt(status));

const start = startAt(status);

test.each<[string, readonly NavigationStep[], Navigation]>([
  ['at first there is nowhere to go back', [back], start],
  ['nor forward', [forward], start],
  ['a step is remembered', [go(pads)], { past: [status], here: pads, future: [] }],
  ['back leads there', [go(pads), back], { past: [], here: status, future: [pads] }],
  ['and forward again', [go(pads), back, forward], { past: [status], here: pads, future: [] }],
  [
    'back goes step by step',
    [go(pads), go(calls), back, back],
    { past: [], here: status, future: [pads, calls] },
  ],
  [
    'a new step forgets what lay ahead',
    [go(pads), go(calls), back, go(backups)],
    { past: [status, pads], here: backups, future: [] },
  ],
  [
    'the same route again is no step, and forgets nothing',
    [go(pads), go(calls), back, go({ serviceId: 'pads', page: 'status' })],
    { past: [status], here: pads, future: [calls] },
  ],
])('%s', (_name, steps, expected) => {
  expect(walk(...steps)).toEqual(expected);
});

test('the same route again is another object: what it unfolds is unfolded again', () => {
  const first: Route = { page: 'feedback', answers: { itemId: 'a' } };
  const again: Route = { page: 'feedback', answers: { itemId: 'a' } };
  const { here } = walk(go(first), go(again));
  expect(here).toBe(again);
  expect(here).not.toBe(first);
});

test('the past is bounded, and loses its oldest', () => {
  const steps = Array.from({ length: pastLimit + 10 }, (_, at) =>
    go({ page: 'status', serviceId: `s${at}` }),
  );
  const { past } = walk(...steps);
  expect(past).toHaveLength(pastLimit);
  expect(past[0]).toEqual({ page: 'status', serviceId: 's9' });
});

describe('a draft that was begun', () => {
  const begun: Route = {
    page: 'feedback',
    aboutServiceId: 'pads',
    begun: { text: 'Please restore' },
    answers: {},
  };
  const resumed: Route = { page: 'feedback', answers: {} };

  test.each<[string, readonly NavigationStep[]]>([
    ['back', [go(begun), go(calls), back]],
    ['forward', [go(begun), back, forward]],
    ['back from a step forward', [go(calls), go(begun), back, forward, go(status), back]],
  ])('is not begun a second time by going %s', (_way, steps) => {
    expect(walk(...steps).here).toEqual(resumed);
  });

  test('is begun by going there', () => {
    expect(walk(go(begun)).here).toEqual(begun);
  });
});

test.each<[Route, Route, boolean]>([
  [status, { page: 'status' }, true],
  [status, { page: 'status', serviceId: undefined }, true],
  [pads, { serviceId: 'pads', page: 'status' }, true],
  [status, pads, false],
  [calls, backups, false],
  [{ page: 'feedback', answers: { itemId: 'a' } }, { page: 'feedback', answers: {} }, false],
  [{ page: 'settings', moveTo: 'a' }, { page: 'settings', moveTo: 'b' }, false],
])('%j and %j are the same route: %s', (one, other, expected) => {
  expect(sameRoute(one, other)).toBe(expected);
});

test.each<[string, readonly NavigationStep[], string | undefined]>([
  ['none at first', [], undefined],
  ['the one that is open', [go(pads)], 'pads'],
  [
    'the last that was open',
    [go(pads), go({ page: 'status', serviceId: 'chat' }), go(calls)],
    'chat',
  ],
  ['not one that was gone back from', [go(pads), back], undefined],
])('the service looked at last: %s', (_name, steps, expected) => {
  expect(lastServiceIn(walk(...steps))).toBe(expected);
});

test('a co-op that a link names is asked about once', () => {
  const asked: Route = { page: 'settings', join: 'maple.example' };
  expect(walk(go(asked)).here).toEqual(asked);
  expect(walk(go(asked), go(calls), back).here).toEqual({ page: 'settings' });
  expect(resumable(walk(go(asked))).here).toEqual({ page: 'settings' });
});

test('a later window resumes a draft instead of beginning it once more', () => {
  const asked = walk(go(pads), go({ page: 'feedback', aboutServiceId: 'pads' }));
  expect(resumable(asked)).toEqual({ ...asked, here: { page: 'feedback' } });
  expect(resumable(walk(go(pads)))).toEqual(walk(go(pads)));
});
