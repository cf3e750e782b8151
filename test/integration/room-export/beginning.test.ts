/** How different servers mark the start of a room's history, and what their pages leave out. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MatrixClient } from 'matrix-js-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHistory } from '../../../main/features/accounts/matrix/history.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import type { PastPage, ReadPage } from '../../../main/features/room-export/history-pager.ts';
import { exportRoom } from '../../../main/features/room-export/export.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { eventsIn } from './copies.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coop-tray-beginning-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const event = (number: number, more: object = {}) => ({
  event_id: `$${number}`,
  sender: '@ana:localhost',
  type: 'm.room.message',
  content: { msgtype: 'm.text', body: `message ${number}` },
  origin_server_ts: number,
  ...more,
});
const created = event(0, { type: 'm.room.create', state_key: '', content: {} });
const page = (numbers: readonly number[], before?: string, unreadable = 0): PastPage => ({
  events: numbers.map((one) => (one === 0 ? created : event(one))),
  unreadable,
  ...(before === undefined ? {} : { before }),
});

function copy(history: ReadPage, locale: Locale = 'en') {
  const words = { t: createTranslate(locale), times: createTimes(locale, 'UTC'), locale };
  return exportRoom(
    {
      clock,
      random: () => 0.5,
      history,
      signal: new AbortController().signal,
      folder,
      words,
      onProgress: () => {},
    },
    { roomId: '!r:a', room: '#r:a', name: 'Room', userId: '@ada:a' },
  );
}

type Pages = Readonly<Record<string, PastPage>>;
const servedBy =
  (pages: Pages) =>
  async (_roomId: string, { before = 'newest' }) =>
    pages[before] ?? { events: [], unreadable: 0, before };

test.each<[string, Pages]>([
  ['it names no place', { newest: page([3, 2], 'a'), a: page([1, 0]) }],
  ['it names the place that it was asked for', { newest: page([3, 2], 'a'), a: page([1, 0], 'a') }],
  [
    'it names that place, and shows nothing of the room’s creation',
    { newest: page([3, 2], 'a'), a: page([1], 'a') },
  ],
  ['an empty page, and that place', { newest: page([3, 2], 'a'), a: page([1, 0], 'b') }],
  [
    'without the creation, an empty page and that place',
    { newest: page([3, 2], 'a'), a: page([1], 'b') },
  ],
  ['the room was created here, whatever comes then', { newest: page([3, 2, 1, 0], 'newest') }],
])('the beginning: %s', async (_what, pages) => {
  await copy(servedBy(pages));
  const ids = eventsIn(folder).map((one) => one['event_id']);
  expect(ids.filter((id) => id !== '$0')).toEqual(['$1', '$2', '$3']);
});

test('a server that names ever new places of nothing has told all', async () => {
  let asked = 0;
  await copy(async (_roomId, { before }) => {
    asked += 1;
    return before === undefined ? page([2, 1], 'p0') : page([], `p${asked}`);
  });
  expect(eventsIn(folder)).toHaveLength(2);
  expect(asked).toBeLessThan(60);
});

test('a long time of which the member may read nothing is no beginning', async () => {
  const pages = Array.from({ length: 30 }, (_, at) => [`p${at}`, page([], `p${at + 1}`)] as const);
  await copy(
    servedBy({ newest: page([2], 'p0'), ...Object.fromEntries(pages), p30: page([1, 0]) }),
  );
  expect(eventsIn(folder)).toHaveLength(3);
});

test('a place that leads to what was read already is none', async () => {
  await expect(copy(async () => page([3, 2], 'a'))).rejects.toMatchObject({ fault: 'bad-answer' });
});

test('what calls itself the creation, and is none, is a message', async () => {
  const forged = event(2, { type: 'm.room.create', content: { body: 'no beginning' } });
  await copy(servedBy({ newest: { events: [forged], unreadable: 0, before: 'a' }, a: page([1]) }));
  expect(eventsIn(folder)).toHaveLength(2);
});

test('of the server’s own words: an end that is the start is no place', async () => {
  const answers = [
    { start: 't9', chunk: [event(1)], end: 't5' },
    { start: 't5', chunk: [], end: 't5' },
  ];
  const http = { authedRequest: async () => answers.shift() };
  const { history } = createHistory(clock, () => ({ http }) as unknown as MatrixClient);
  expect(await history('!r:a', { limit: 5 })).toMatchObject({ before: 't5' });
  expect(await history('!r:a', { limit: 5 })).toEqual({ events: [], unreadable: 0 });
});

test.each<[Locale, string, string]>([
  [
    'en',
    'Poll:',
    'Not shown on any page: 1 about joins, leaves or the room, 2 reactions, 1 vote in a poll, 1 of a kind Coop Tray can’t show.',
  ],
  [
    'fr',
    'Sondage :',
    'Absents des pages : 1 sur les arrivées, les départs ou le salon, 2 réactions, 1 vote à un sondage, 1 d’un type que Coop Tray ne peut pas afficher.',
  ],
])('a poll is shown, and what is left out is counted: %s', async (locale, word, sentence) => {
  const poll = {
    'm.text': [{ body: 'When?\n1. Mon\n2. Tue' }],
    'm.poll': {
      question: { 'm.text': [{ body: 'When?' }] },
      answers: [
        { 'm.id': 'a', 'm.text': [{ body: '<b>Monday</b>' }] },
        { 'm.id': 'b', 'm.text': [{ body: 'Tuesday' }] },
      ],
    },
  };
  const reaction = { type: 'm.reaction', content: {} };
  const events = [
    event(6, { type: 'coop.unheard.of', content: { x: 1 } }),
    event(5, reaction),
    event(4, reaction),
    event(3, { type: 'm.poll.response', content: {} }),
    event(2, { type: 'm.poll.start', content: poll }),
    event(1),
    created,
  ];
  await copy(async () => ({ events, unreadable: 2 }), locale);
  const text = readFileSync(join(folder, 'page-0001.html'), 'utf8');
  expect(text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(
    `<p>${word}</p><p dir="auto">When?\n– &lt;b&gt;Monday&lt;/b&gt;\n– Tuesday</p>`,
  );
  const index = readFileSync(join(folder, 'index.html'), 'utf8').replaceAll(/[\u00a0\u202f]/g, ' ');
  expect(index).toContain(`<p dir="auto">${sentence}</p>`);
  expect(index).toMatch(locale === 'en' ? /2 entries from the server/ : /2 éléments du serveur/);
  expect(JSON.parse(readFileSync(join(folder, 'room.json'), 'utf8'))).toMatchObject({
    events: 7,
    shown: 2,
    leftOut: { state: 1, reaction: 2, removal: 0, vote: 1, other: 1 },
    unreadable: 2,
  });
});
