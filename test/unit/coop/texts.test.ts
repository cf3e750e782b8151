/** The texts of a document in several languages: which one a member sees, and what a hostile document may not do. */
import { describe, expect, test } from 'vitest';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { viewCoop } from '../../../shared/coop/view.ts';

function read(document: object, language = 'en') {
  const parsed = parseCoopDocument(
    JSON.stringify({ version: 1, name: 'x', services: [], ...document }),
    language,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.document;
}
/** The name of the only service, and the tag that the page sets on it. */
function shown(name: unknown, language: string, more: object = {}) {
  const document = read({ services: [{ id: 'a', name }], ...more }, language);
  const text = document.services[0]?.service.name ?? '';
  return [text, new Map(document.otherLanguages).get(text)];
}

const both = { en: 'Pads', fr: 'Blocs-notes' };

test.each<[name: unknown, language: string, text: string, tag?: string]>([
  [both, 'en', 'Pads'],
  [both, 'en-CA', 'Pads'],
  [both, 'fr', 'Blocs-notes'],
  [both, 'fr-CA', 'Blocs-notes'],
  [both, 'fr_CA.UTF-8', 'Blocs-notes'],
  [both, 'FR', 'Blocs-notes'],
  // The app has no catalogue for it: its sentences are English.
  [both, 'de', 'Pads'],
  [{ ...both, de: 'Notizen' }, 'de-CH', 'Notizen', 'de'],
  // The most exact one.
  [{ fr: 'Blocs-notes', 'fr-CA': 'Carnets' }, 'fr-CA', 'Carnets'],
  [{ 'fr-FR': 'Blocs', 'fr-CA': 'Carnets' }, 'fr-BE', 'Blocs'],
  [{ 'zh-Hant-HK': '筆記', 'zh-Hans': '笔记' }, 'zh-Hans-CN', '笔记', 'zh-Hans'],
  [{ 'fr-ca': 'Carnets', en: 'Pads' }, 'fr-CA', 'Carnets'],
  // A language that does not suit is better than nothing, and the page says which one it is.
  [{ en: 'Pads' }, 'fr', 'Pads', 'en'],
  [{ ar: 'مذكرات', he: 'פנקסים' }, 'fr', 'مذكرات', 'ar'],
  ['Pads', 'fr', 'Pads'],
])('%j for a member with %s is %s', (name, language, text, tag) => {
  expect(shown(name, language)).toEqual([text, tag]);
});

test('the language of texts that name none is the one of the document', () => {
  expect(shown('Pads', 'fr', { language: 'en' })).toEqual(['Pads', 'en']);
  expect(shown('Pads', 'en-GB', { language: 'en' })).toEqual(['Pads', undefined]);
  expect(shown({ es: 'Notas', en: 'Pads' }, 'ar', { language: 'es' })).toEqual(['Pads', undefined]);
  expect(shown({ es: 'Notas', it: 'Note' }, 'fr', { language: 'it' })).toEqual(['Note', 'it']);
});

test('a word that is the same in both languages is in the app’s', () => {
  const services = [
    { id: 'a', name: 'Chat' },
    { id: 'b', name: { en: 'Chat', fr: 'Chat' } },
  ];
  expect(read({ language: 'en', name: { fr: 'x' }, services }, 'fr').otherLanguages).toEqual([]);
});

test('every text for people may be in several languages', () => {
  const said = (name: string) => ({ en: name, fr: `${name} (fr)` });
  const document = read(
    {
      name: said('Maple Street'),
      services: [
        { id: 'a', name: said('A'), description: said('B'), instead: { name: said('C') } },
      ],
      feeds: [{ id: 'f', name: said('D'), type: 'gatus', url: 'https://f.example' }],
      maintenance: [{ title: said('E'), cron: '0 3 * * 0', timeZone: 'UTC', durationMin: 5 }],
      emergency: {
        title: said('F'),
        text: said('G'),
        steps: [said('H')],
        contacts: [{ name: said('I'), role: said('J'), phone: '555 0100' }],
      },
      echo: [{ id: 'e', name: said('K'), room: 'https://e.example/r' }],
      matrix: { homeserver: 'm.example', rooms: [{ room: '#a:m.example', name: said('L') }] },
      feedback: {
        destinations: [
          { id: 'd', via: 'github', name: said('M'), readers: said('N'), repository: 'a/b' },
        ],
        staging: [{ id: 's', name: said('O') }],
      },
      backups: {
        sources: [{ id: 'b', name: said('P'), kind: 'kopia', url: 'https://b.example' }],
        restore: { people: [said('Q')] },
      },
    },
    'fr-CA',
  );
  expect(document.problems).toEqual([]);
  const rest = { ...document, otherLanguages: [] };
  const text = JSON.stringify(rest);
  const wanted = ['Maple Street', ...Array.from('ABCDEFGHIJKLMNOPQ')].map(
    (name) => `"${name} (fr)"`,
  );
  expect(wanted.filter((one) => !text.includes(one))).toEqual([]);
  expect(text).not.toContain('"en"');
});

test('the window gets the tags of texts in another language', () => {
  const document = read({ services: [{ id: 'a', name: { ar: 'مذكرات' } }] });
  const view = viewCoop({ document, source: 'x', readAtUtcMs: 1 });
  expect(view.otherLanguages).toEqual([['مذكرات', 'ar']]);
  expect(viewCoop({ document: read({}), source: 'x', readAtUtcMs: 1 })).not.toHaveProperty(
    'otherLanguages',
  );
});

describe('what is wrong is said, with its place', () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`en-${at}`, 'a']));
  test.each<[name: unknown, path: string, code: string]>([
    [{}, '$.services[0].name', 'empty'],
    [{ en: 'Pads', fr: '' }, '$.services[0].name.fr', 'empty'],
    [{ en: ' \n ' }, '$.services[0].name.en', 'empty'],
    [{ en: 'x'.repeat(81) }, '$.services[0].name.en', 'too-long'],
    [{ en: 3 }, '$.services[0].name.en', 'text'],
    [{ english_canada: 'Pads' }, '$.services[0].name.english_canada', 'language-tag'],
    [{ '': 'Pads' }, '$.services[0].name.', 'language-tag'],
    [many, '$.services[0].name', 'too-many'],
    [null, '$.services[0].name', 'text'],
    [undefined, '$.services[0].name', 'missing'],
  ])('%.40j', (name, path, code) => {
    const { problems, services } = read({ services: [{ id: 'a', name }] });
    expect(problems).toMatchObject([{ path, code }]);
    // The service is there, and known to be unknown.
    expect(services).toMatchObject([{ service: { id: 'a' }, unreadable: {} }]);
  });

  test('an entry with another fault keeps its name in the member’s language', () => {
    const { services } = read({ services: [{ id: 'a', name: both, url: 'nowhere' }] }, 'fr');
    expect(services[0]?.service.name).toBe('Blocs-notes');
  });

  test('a tag of the whole document', () => {
    const text = JSON.stringify({ version: 1, name: 'x', language: 'e n', services: [] });
    expect(parseCoopDocument(text)).toMatchObject({
      ok: false,
      error: { problem: { path: '$.language', code: 'language-tag' } },
    });
  });
});

test('names of JavaScript’s own are no languages', () => {
  for (const name of ['__proto__', 'constructor', 'prototype']) {
    const text = `{"version":1,"name":"x","services":[{"id":"a","name":{"${name}":"Evil"}}]}`;
    const parsed = parseCoopDocument(text);
    const shownName = parsed.ok ? parsed.document.services[0]?.service.name : undefined;
    expect(shownName).toBe('services[0]');
  }
  expect({}).not.toHaveProperty('Evil');
});
