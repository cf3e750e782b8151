/** Common mistakes outside the services: feeds, maintenance, people, rooms, witnesses, and misspelt keys. */
import { test } from 'vitest';
import { expectOneProblem, expecting, http, inProbe, probe, service } from './written.ts';

test.each([
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
])('%s', (_what, more, path, code) => expectOneProblem(more, path, code));
