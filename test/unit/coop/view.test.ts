/** What the window gets of a document: names, and never an address. */
import { expect, test } from 'vitest';
import { hasSection } from '../../../shared/coop/has-section.ts';
import { viewCoop } from '../../../shared/coop/view.ts';
import { read, frame } from './written.ts';

const view = (more: object) =>
  viewCoop({ document: read({ ...frame, ...more }), source: 'maple.example', readAtUtcMs: 1 });
const homeserver = 'maple.example';
const room = { room: '#talk:maple.example', name: 'Talk' };

test.each<[string, object, string[]]>([
  ['nothing beside its services', {}, []],
  [
    'a server whose echo can be tested',
    { echo: [{ id: 'calls', name: 'Calls', room: 'https://calls.example/rooms/abc' }] },
    ['echo'],
  ],
  ['backups', { backups: { sources: [] } }, ['backups']],
  ['a homeserver alone', { matrix: { homeserver } }, ['matrix']],
  [
    'a room for announcements',
    { matrix: { homeserver, announcements: '#news:maple.example' } },
    ['matrix', 'announcements'],
  ],
  [
    'a room for acknowledgements',
    { matrix: { homeserver, acknowledgements: '#seen:maple.example' } },
    ['matrix', 'acknowledgements'],
  ],
  ['rooms whose messages stay', { matrix: { homeserver, rooms: [room] } }, ['matrix']],
  [
    'a room whose messages do not stay',
    { matrix: { homeserver, rooms: [room, { ...room, keepDays: 30 }] } },
    ['matrix', 'fadingRooms'],
  ],
  ['a faulty section', { backups: { sources: 'all' } }, []],
])('a document that names %s', (_what, more, sections) => {
  expect(view(more).sections).toEqual(sections);
});

test('a co-op has a section where it has any of those asked for', () => {
  const coop = view({ backups: { sources: [] } });
  expect(hasSection(coop, 'fadingRooms', 'backups')).toBe(true);
  expect(hasSection(coop, 'fadingRooms')).toBe(false);
  expect(hasSection(undefined, 'backups')).toBe(false);
});

test('no address reaches the window', () => {
  const contacts = [{ name: 'El', url: 'https://el.example' }];
  const coop = view({ emergency: { contacts }, github: { clientId: 'x' } });
  expect(coop.emergency?.contacts).toEqual([{ name: 'El', hasPage: true }]);
  expect(JSON.stringify(coop)).not.toContain('https://');
});
