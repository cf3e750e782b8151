/** Valid and invalid routes. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Route } from '../../../shared/route.ts';
import { RouteSchema } from '../../../shared/route.ts';

test.each<Route>([
  { page: 'today' },
  { page: 'status' },
  { page: 'status', serviceId: 'pads' },
  { page: 'calls', instanceId: 'bbb-1' },
  { page: 'feedback', aboutServiceId: 'pads' },
  { page: 'feedback', begun: { text: 'Please restore', destinationId: 'room' } },
  { page: 'feedback', answers: {} },
  { page: 'feedback', answers: { itemId: 'a-1' } },
  { page: 'announcements' },
  { page: 'backups' },
  { page: 'emergency' },
  { page: 'settings', moveTo: 'hypha.coop' },
  { page: 'settings', join: 'hypha.coop' },
  { page: 'join', source: 'hypha.coop' },
])('%j', (route) => {
  expect(v.parse(RouteSchema, route)).toEqual(route);
});

test.each<[string, unknown]>([
  ['a page that does not exist', { page: 'elsewhere' }],
  ['a service id that no document can hold', { page: 'status', serviceId: '../x' }],
  ['an item id that no outbox can hold', { page: 'feedback', answers: { itemId: 'a/b' } }],
  ['the first-run screen without a co-op', { page: 'join' }],
  ['no object', 'status'],
])('%s is no route', (_what, value) => {
  expect(v.is(RouteSchema, value)).toBe(false);
});

test('what belongs to another page is left out', () => {
  expect(v.parse(RouteSchema, { page: 'backups', serviceId: 'pads' })).toEqual({ page: 'backups' });
});
