/** Rooms and notes of meetings that are valid but most likely unintended. */
import type { Case } from './well.ts';
import { whole } from './well.ts';

const room = (more: object) =>
  whole({ rooms: [{ id: 'a', name: 'A', url: 'https://a.example/', ...more }] });
const pad = { url: 'https://pads.example/a', kind: 'hedgedoc' };
const meeting = (more: object) => whole({ meetings: [{ id: 'a', name: 'A', pad, ...more }] });
const template = (url: string, kind = 'hedgedoc') =>
  meeting({ pad: { ...pad, kind }, template: { url } });

export const places: readonly Case[] = [
  [
    'a room with all it needs',
    whole({
      echo: [{ id: 'ours', name: 'Ours', room: 'https://a.example/' }],
      rooms: [{ id: 'a', name: 'A', url: 'https://a.example/', service: 'site', echo: 'ours' }],
      meetings: [{ id: 'a', name: 'A', pad, room: 'a' }],
    }),
    [],
  ],
  [
    'a room whose service is not there',
    room({ service: 'gone' }),
    ['$.rooms[0].service reference'],
  ],
  ['a room whose test is not there', room({ echo: 'site' }), ['$.rooms[0].echo reference']],
  ['a room over http', room({ url: 'http://a.example/' }), ['$.rooms[0].url address-open']],
  ['a room on this computer', room({ url: 'http://127.0.0.1:8080/' }), []],
  // The token lets anybody in as a moderator.
  [
    'a room with the key of Jitsi',
    room({ url: 'https://meet.example/A?jwt=ey.a.b' }),
    ['$.rooms[0].url address-secret'],
  ],
  [
    'a room with a password',
    room({ url: 'https://zoom.example/j/1?pwd=x' }),
    ['$.rooms[0].url address-secret'],
  ],
  // Greenlight 5596.
  [
    'a room with its code',
    room({ url: 'https://bbb.example/b/fre-dw6-b3m?viewercode=12345' }),
    ['$.rooms[0].url address-secret'],
  ],
  ['a room with settings', room({ url: 'https://meet.example/A#config.startSilent=true' }), []],
  [
    'presence behind a key',
    room({ presence: 'https://a.example/rooms.json?token=x' }),
    ['$.rooms[0].presence address-secret'],
  ],
  [
    'a meeting whose room is not there',
    meeting({ room: 'gone' }),
    ['$.meetings[0].room reference'],
  ],
  [
    'a pad over http',
    meeting({ pad: { ...pad, url: 'http://pads.example/a' } }),
    ['$.meetings[0].pad.url address-open'],
  ],
  [
    'an archive behind a key',
    meeting({ archive: { url: 'https://cloud.example/s/AbCdEfGhIjKlMnO' } }),
    ['$.meetings[0].archive.url address-secret'],
  ],
  [
    'a day that is not filled in',
    meeting({ pad: { ...pad, url: 'https://pads.example/{YYYY-MM-DD}' } }),
    ['$.meetings[0].pad.url day-token'],
  ],
  [
    'such a day, as a browser copies it',
    meeting({ pad: { ...pad, url: 'https://pads.example/%7BYYYY-MM-DD%7D' } }),
    ['$.meetings[0].pad.url day-token'],
  ],
  [
    'an id in braces, as SharePoint has it',
    meeting({
      archive: {
        url: 'https://a.example/Doc.aspx?sourcedoc=%7B1A2B3C4D-0000-4000-8000-1A2B3C4D5E6F%7D',
      },
    }),
    [],
  ],
  [
    'days that are filled in, as a browser copies them',
    meeting({ pad: { ...pad, url: 'https://pads.example/%7Byyyy%7D/%7bmm%7d' } }),
    [],
  ],
  [
    'days that are filled in',
    meeting({ pad: { ...pad, url: 'https://pads.example/{yyyy}/{mm}-{dd}/{yyyy-mm-dd}' } }),
    [],
  ],
  [
    'the page of a pad',
    template('https://pads.example/t'),
    ['$.meetings[0].template.url template-page'],
  ],
  // What follows a `#` never reaches the server (codimd 448).
  [
    'the text of a pad, behind a fragment',
    template('https://pads.example/t#/download'),
    ['$.meetings[0].template.url template-page'],
  ],
  ['the text of a pad', template('https://pads.example/t/download'), []],
  ['the text of an Etherpad', template('https://pads.example/p/t/export/txt', 'etherpad'), []],
  // ep_markdown 183.
  [
    'the Markdown that Etherpad has with a plugin',
    template('https://pads.example/p/t/export/markdown', 'etherpad'),
    [],
  ],
  [
    'the text of an Etherpad as if it were a HedgeDoc',
    template('https://pads.example/p/t/download', 'etherpad'),
    ['$.meetings[0].template.url template-page'],
  ],
  ['a template elsewhere', template('https://raw.example/t.md'), []],
];
