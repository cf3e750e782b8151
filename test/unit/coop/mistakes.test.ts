/** What people get wrong when they write a document: each mistake has its place and a remedy, and costs nothing else. */
import { expect, test } from 'vitest';
import {
  expectSentences,
  expecting,
  frame,
  http,
  inProbe,
  probe,
  problemsOf,
  read,
  service,
  site,
} from './written.ts';

test.each([
  [
    'a port as text',
    probe({ type: 'tcp', host: 'a.example', port: '587' }),
    `${inProbe}.port`,
    'number-quoted',
  ],
  [
    'a port out of range',
    probe({ type: 'tcp', host: 'a.example', port: 70_000 }),
    `${inProbe}.port`,
    'at-most',
  ],
  [
    'half a port',
    probe({ type: 'tcp', host: 'a.example', port: 1.5 }),
    `${inProbe}.port`,
    'number-whole',
  ],
  ['no port', probe({ type: 'tcp', host: 'a.example' }), `${inProbe}.port`, 'missing'],
  ['a timeout in seconds', http({ timeoutMs: 10 }), `${inProbe}.timeoutMs`, 'milliseconds'],
  ['a timeout too long', http({ timeoutMs: 600_000 }), `${inProbe}.timeoutMs`, 'at-most'],
  ['an interval in ms', service({ intervalS: 300_000 }), '$.services[1].intervalS', 'seconds'],
  ['a hurry', service({ intervalS: 1 }), '$.services[1].intervalS', 'at-least'],
  ['a method in small letters', http({ method: 'get' }), `${inProbe}.method`, 'choice-near'],
  ['a method that changes things', http({ method: 'POST' }), `${inProbe}.method`, 'choice'],
  [
    'a type in capitals',
    probe({ type: 'HTTP', url: 'https://a.example' }),
    `${inProbe}.type`,
    'choice-near',
  ],
  [
    'a type with a slip',
    probe({ type: 'https', url: 'https://a.example' }),
    `${inProbe}.type`,
    'choice-near',
  ],
  [
    'a preset with a slip',
    probe({ type: 'preset', preset: 'nextclud', url: 'https://a.example' }),
    `${inProbe}.preset`,
    'choice-near',
  ],
  [
    'short links without one',
    probe({ type: 'preset', preset: 'shortlinks', url: 'https://a.example' }),
    `${inProbe}.keyword`,
    'preset-keyword',
  ],
  [
    'a path that cannot be read',
    expecting({ on: 'json', path: '$.a[', is: 'exists' }),
    `${inProbe}.expect[0].path`,
    'json-path',
  ],
  [
    'a path without its root',
    expecting({ on: 'json', path: 'status', is: 'exists' }),
    `${inProbe}.expect[0].path`,
    'json-path',
  ],
  [
    'a comparison with nothing',
    expecting({ on: 'json', path: '$.a', is: 'eq' }),
    `${inProbe}.expect[0].value`,
    'comparison-value',
  ],
  [
    'less than a text',
    expecting({ on: 'json', path: '$.a', is: 'lt', value: '5' }),
    `${inProbe}.expect[0].value`,
    'comparison-value',
  ],
  [
    'a comparison by its sign',
    expecting({ on: 'json', path: '$.a', is: '==', value: 1 }),
    `${inProbe}.expect[0].is`,
    'choice',
  ],
  [
    'a status as text',
    expecting({ on: 'status', in: ['200'] }),
    `${inProbe}.expect[0].in[0]`,
    'number-quoted',
  ],
  ['one status', expecting({ on: 'status', in: 200 }), `${inProbe}.expect[0].in`, 'list'],
  [
    'a status that is none',
    expecting({ on: 'status', in: [2000] }),
    `${inProbe}.expect[0].in[0]`,
    'status-code',
  ],
  [
    'a header with its colon',
    expecting({ on: 'header', name: 'Server:' }),
    `${inProbe}.expect[0].name`,
    'header-name',
  ],
  ['nothing to look at', expecting({ contains: 'x' }), `${inProbe}.expect[0].on`, 'missing'],
  [
    'expect without its list',
    http({ expect: { on: 'status', in: [200] } }),
    `${inProbe}.expect`,
    'list',
  ],
  ['a boolean as text', service({ retired: 'true' }), '$.services[1].retired', 'boolean'],
  [
    'an id in capitals',
    { services: [site, { id: 'My Site', name: 'X' }] },
    '$.services[1].id',
    'id',
  ],
  ['an id twice', { services: [site, site] }, '$.services[1].id', 'id-taken'],
  ['no name', { services: [site, { id: 'x' }] }, '$.services[1].name', 'missing'],
  ['an empty name', { services: [site, { id: 'x', name: ' ' }] }, '$.services[1].name', 'empty'],
  [
    'a parent that is not there',
    service({ parent: 'host' }),
    '$.services[1].parent',
    'other-service',
  ],
  ['a parent that it carries', service({ parent: 'x' }), '$.services[1].parent', 'parent-circle'],
  [
    'a standby that is itself',
    service({ standby: { service: 'x' } }),
    '$.services[1].standby.service',
    'other-service',
  ],
  [
    'a feed that is not there',
    service({ feed: { feed: 'no', component: 'x' } }),
    '$.services[1].feed.feed',
    'known-feed',
  ],
  [
    'a domain that is an address',
    service({ domain: 'https://example.coop' }),
    '$.services[1].domain',
    'domain',
  ],
  [
    'a feed type with a slip',
    { feeds: [{ id: 'f', type: 'uptimekuma', url: 'https://a.example' }] },
    '$.feeds[0].type',
    'choice-near',
  ],
  [
    'a cron of six parts',
    {
      maintenance: [
        { title: 'x', cron: '0 0 3 * * 0', timeZone: 'America/Toronto', durationMin: 5 },
      ],
    },
    '$.maintenance[0].cron',
    'cron',
  ],
  [
    'a zone of three letters',
    { maintenance: [{ title: 'x', cron: '0 3 * * 0', timeZone: 'Toronto', durationMin: 5 }] },
    '$.maintenance[0].timeZone',
    'time-zone',
  ],
  [
    'a time without its offset',
    {
      maintenance: [
        { title: 'x', startsAt: '2026-12-01T02:00:00', endsAt: '2026-12-01T03:00:00Z' },
      ],
    },
    '$.maintenance[0].startsAt',
    'instant',
  ],
  [
    'an end before its start',
    {
      maintenance: [
        { title: 'x', startsAt: '2026-12-01T02:00:00Z', endsAt: '2026-12-01T01:00:00Z' },
      ],
    },
    '$.maintenance[0].endsAt',
    'instant-order',
  ],
  [
    'maintenance of nothing known',
    {
      maintenance: [
        { title: 'x', services: ['no'], cron: '0 3 * * 0', timeZone: 'UTC', durationMin: 5 },
      ],
    },
    '$.maintenance[0].services[0]',
    'known-service',
  ],
  [
    'an e-mail with a name',
    { emergency: { contacts: [{ name: 'El', email: 'El <el@example.coop>' }] } },
    '$.emergency.contacts[0].email',
    'email',
  ],
  [
    'a phone in words',
    { emergency: { contacts: [{ name: 'El', phone: 'ask Sam' }] } },
    '$.emergency.contacts[0].phone',
    'phone',
  ],
  ['an echo test of nothing', { echo: [{ id: 'e', name: 'E' }] }, '$.echo[0]', 'room-or-api'],
  [
    'an alias without its server',
    { matrix: { homeserver: 'example.org', announcements: '#news' } },
    '$.matrix.announcements',
    'matrix-room',
  ],
  [
    'a link to a room',
    {
      matrix: {
        homeserver: 'example.org',
        announcements: 'https://matrix.to/#/%23news:example.org',
      },
    },
    '$.matrix.announcements',
    'matrix-link',
  ],
  [
    'a room with a scheme in it',
    { matrix: { homeserver: 'example.org', announcements: '#news:https://example.org' } },
    '$.matrix.announcements',
    'matrix-room',
  ],
  [
    'a person as a homeserver',
    { matrix: { homeserver: '@ana:example.org' } },
    '$.matrix.homeserver',
    'matrix-server',
  ],
  [
    'words as a homeserver',
    { matrix: { homeserver: 'our own server' } },
    '$.matrix.homeserver',
    'matrix-server',
  ],
  [
    'a server name with a scheme',
    probe({ type: 'federation', serverName: 'https://example.org' }),
    `${inProbe}.serverName`,
    'host-scheme',
  ],
  [
    'a server name with two dots',
    probe({ type: 'federation', serverName: 'example..org' }),
    `${inProbe}.serverName`,
    'matrix-server',
  ],
  [
    'a repository’s address',
    {
      feedback: {
        destinations: [{ id: 'g', via: 'github', name: 'G', repository: 'https://github.com/a/b' }],
      },
    },
    '$.feedback.destinations[0].repository',
    'repository',
  ],
  [
    'a repository above',
    { feedback: { destinations: [{ id: 'g', via: 'github', name: 'G', repository: 'a/..' }] } },
    '$.feedback.destinations[0].repository',
    'repository',
  ],
  [
    'a person without a server',
    {
      feedback: { destinations: [{ id: 'm', via: 'matrix', name: 'M', room: { with: ['@ana'] } }] },
    },
    '$.feedback.destinations[0].room.with[0]',
    'matrix-user',
  ],
  [
    'a witness with its port in the name',
    { witnesses: [{ host: '9.9.9.9:53', port: 53 }] },
    '$.witnesses[0].host',
    'host-port',
  ],
  [
    'a witness without a port',
    { witnesses: [{ host: '9.9.9.9' }] },
    '$.witnesses[0].port',
    'missing',
  ],
  ['a witness that is a text', { witnesses: ['9.9.9.9'] }, '$.witnesses[0]', 'object'],
  ['a key in other letters', http({ timeoutMS: 5000 }), `${inProbe}.timeoutMS`, 'key-near'],
  ['a key without its unit', http({ timeout: 5000 }), `${inProbe}.timeout`, 'key-near'],
  [
    'a key with two letters changed',
    service({ prarent: 'site' }),
    '$.services[1].prarent',
    'key-near',
  ],
  ['a key of the frame with a slip', { witneses: [] }, '$.witneses', 'key-near'],
  [
    'a key of an expectation',
    expecting({ on: 'body', contain: 'x' }),
    `${inProbe}.expect[0].contain`,
    'key-near',
  ],
])('%s', (_what, more, path, code) => {
  const document = read({ ...frame, ...more });
  expect(document.problems.map((one) => [one.path, one.code])).toEqual([[path, code]]);
  expect(document.services[0]?.unreadable).toBeUndefined();
  expectSentences(document.problems[0]);
});

test('a wrong witness costs no other, and no service', () => {
  const witness = { host: '9.9.9.9', port: 53 };
  const { witnesses, services } = read({ ...frame, witnesses: [{ port: 1 }, witness] });
  expect([witnesses, services.length]).toEqual([[witness], 1]);
});

test('keys that look like none of ours are left to newer versions', () => {
  expect(problemsOf({ colour: 'blue', $comment: 'ours', ...http({ http3: true }) })).toEqual([]);
});

test('a service with a mistake waits, and says in both languages why', () => {
  const { services } = read({ ...frame, ...probe({ type: 'tcp', host: 'a.example:1', port: 1 }) });
  expect(services[1]?.unreadable).toEqual({
    code: 'document',
    params: {
      path: `${inProbe}.host`,
      problem: 'host-port',
      host: 'a.example',
      port: 1,
    },
  });
});
