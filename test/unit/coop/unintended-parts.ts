/** Other parts of a document that are valid but most likely unintended. */
import type { Case } from './well.ts';
import { http, service, site, whole } from './well.ts';

export const parts: readonly Case[] = [
  [
    'the secret address of a calendar',
    whole({
      calendars: [
        {
          id: 'us',
          name: 'Us',
          url: 'https://calendar.google.com/calendar/ical/us%40x.example/public/basic.ics',
        },
        {
          id: 'me',
          name: 'Me',
          url: 'https://calendar.google.com/calendar/ical/me%40x.example/private-0123abcd/basic.ics',
        },
      ],
    }),
    ['$.calendars[1].url calendar-secret'],
  ],
  ['no witness', whole({ witnesses: [] }), ['$.witnesses witness-none']],
  [
    'no witness but three hosts',
    whole({
      witnesses: undefined,
      services: ['a', 'b', 'c'].map((id) => ({ id, name: id, probe: http(`${id}.example.coop`) })),
    }),
    [],
  ],
  [
    'one witness',
    whole({ witnesses: [{ host: '9.9.9.9', port: 53 }] }),
    ['$.witnesses witness-one'],
  ],
  [
    'one’s own witness',
    whole({ witnesses: [{ url: 'https://status.example.coop' }, { host: '9.9.9.9', port: 53 }] }),
    ['$.witnesses[0] witness-own'],
  ],
  [
    'a witness that is checked',
    whole({
      services: [site, { id: 'x', name: 'X', probe: http('hackmd.io'), intervalS: 300 }],
      witnesses: [
        { host: 'www.hackmd.io', port: 443 },
        { host: '9.9.9.9', port: 53 },
      ],
    }),
    ['$.witnesses[0] witness-own'],
  ],
  [
    'a witness at home',
    whole({
      witnesses: [
        { host: '192.168.1.1', port: 53 },
        { host: '9.9.9.9', port: 53 },
      ],
    }),
    ['$.witnesses[0] witness-local'],
  ],
  [
    'two witnesses of one',
    whole({
      witnesses: [
        { host: 'a.example.net', port: 443 },
        { host: 'b.example.net', port: 443 },
      ],
    }),
    ['$.witnesses[1] witness-twin'],
  ],
  [
    'a witness that a sign-in page can play',
    whole({ witnesses: [{ url: 'http://example.net' }, { host: '9.9.9.9', port: 53 }] }),
    ['$.witnesses[0] witness-portal'],
  ],
  [
    'a feed that nobody names',
    whole({ feeds: [{ id: 'f', type: 'gatus', url: 'https://f.example' }] }),
    ['$.feeds[0] feed-unused'],
  ],
  [
    'a hurry at a page of others',
    {
      ...service({ feed: { feed: 'f', component: 'X' } }),
      feeds: [{ id: 'f', type: 'gatus', url: 'https://f.example', intervalS: 60 }],
    },
    ['$.feeds[0].intervalS interval-unkind'],
  ],
  [
    'a feed’s own path',
    {
      ...service({ feed: { feed: 'f', component: 'X' } }),
      feeds: [{ id: 'f', type: 'statuspage', url: 'https://f.example/api/v2/summary.json' }],
    },
    ['$.feeds[0].url feed-path'],
  ],
  [
    'a contact without a way',
    whole({ emergency: { contacts: [{ name: 'El' }] } }),
    ['$.emergency.contacts contact-mute'],
  ],
  [
    'an RDAP server for nothing',
    whole({ rdap: { url: 'https://rdap.example' } }),
    ['$.rdap rdap-unused'],
  ],
  [
    'backups of a service that is not there',
    whole({
      backups: {
        sources: [
          { id: 'b', name: 'B', kind: 'kopia', url: 'https://b.example.coop', standbyOf: 'no' },
        ],
      },
    }),
    ['$.backups.sources[0].standbyOf reference'],
  ],
  [
    'requests to nowhere',
    whole({ backups: { sources: [], restore: { people: ['El'], destination: 'no' } } }),
    ['$.backups.restore.destination reference'],
  ],
  [
    'a room twice',
    whole({
      matrix: {
        homeserver: 'example.coop',
        rooms: [1, 2].map(() => ({ room: '#a:example.coop', name: 'A' })),
      },
    }),
    ['$.matrix.rooms[1].room entry-twin'],
  ],
  [
    'removals that never come',
    whole({
      matrix: {
        homeserver: 'example.coop',
        rooms: [
          { room: '#a:example.coop', name: 'A', purge: { cron: '0 3 * *', timeZone: 'UTC' } },
        ],
      },
    }),
    ['$.matrix.rooms[0].purge purge'],
  ],
  ['a key that nobody reads', whole({ colour: 'blue' }), ['$.colour key-unknown']],
  ['a key that belongs elsewhere', service({ expect: [] }), ['$.services[1].expect key-unknown']],
  ['a comment', whole({ $comment: 'x', _note: 'x', '//': 'x', comment: 'x' }), []],
];
