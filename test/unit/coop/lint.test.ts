/** Valid in a document, but most likely unintended. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentExitCode, documentReport, documentText } from '../../../shared/cli/document.ts';
import { hintCodes } from '../../../shared/coop/lint/hint.ts';
import { lintDocument } from '../../../shared/coop/lint/index.ts';
import { createTranslate } from '../../translate.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import { parts } from './unintended-parts.ts';
import { places } from './unintended-places.ts';
import { expectations, services } from './unintended-services.ts';
import { well } from './well.ts';
import { processorMs } from '../../processor-time.ts';

const cases = [...services, ...expectations, ...parts, ...places];

const lint = (document: unknown, source = 'coop.json') =>
  lintDocument(JSON.stringify(document), source);

test.each(cases)('%s', (_what, document, found) => {
  const { hints, problems } = lint(document);
  expect(hints.map(({ path, code }) => `${path} ${code}`)).toEqual(found);
  expect(problems).toEqual([]);
  for (const locale of locales) {
    const t = createTranslate(locale);
    for (const one of hints) expect(t(`hint.${one.code}`, one.params)).toMatch(/^\P{Ll}.{8,}$/su);
  }
});

test('each hint of a document itself is tried above', () => {
  const tried = new Set(cases.flatMap(([, , found]) => found.map((one) => one.split(' ')[1])));
  const live = [
    'key-twin',
    'keyword-everywhere',
    'any-path-up',
    'redirect-elsewhere',
    'https-works',
  ];
  expect(hintCodes.filter((code) => !tried.has(code) && !live.includes(code))).toEqual([]);
});

describe('whose a machine is', () => {
  const asked = {
    id: 'a',
    name: 'A',
    intervalS: 30,
    probe: { type: 'http', url: 'https://chat.example.coop' },
  };
  const document = {
    version: 1,
    name: 'Co-op',
    services: [asked],
    witnesses: [
      { host: '9.9.9.9', port: 53 },
      { host: '1.1.1.1', port: 53 },
    ],
  };
  const codes = (more: object, source?: string) =>
    lint({ ...document, ...more }, source).hints.map(({ code }) => code);

  test('its domain is that of the document, or of the page', () => {
    expect(codes({})).toEqual(['interval-unkind']);
    expect(codes({}, 'example.coop')).toEqual([]);
    expect(codes({}, 'https://www.example.coop/tray.json')).toEqual([]);
    expect(codes({ url: 'https://example.coop' })).toEqual([]);
    expect(codes({ url: 'https://other.coop' })).toEqual(['interval-unkind']);
  });

  test('neighbours at one hoster are not one', () => {
    const probe = { type: 'http', url: 'https://a.github.io' };
    expect(codes({ url: 'https://b.github.io', services: [{ ...asked, probe }] })).toEqual([
      'interval-unkind',
    ]);
  });
});

test('a key that stands there twice', () => {
  const text = JSON.stringify(well).replace('{', '{"name":"Other",');
  const { hints } = lintDocument(text, 'coop.json');
  expect(hints.map(({ path, code }) => [path, code])).toEqual([['$.name', 'key-twin']]);
});

test('all that is wrong is told, each with its line', () => {
  const text = `{
  "version": 1,
  "name": "Co-op",
  "witnesses": [{ "host": "9.9.9.9", "port": 53 }, { "host": "1.1.1.1", "port": 53 }],
  "services": [
    { "id": "a", "name": "A",
      "probe": { "type": "tcp",
        "host": "a.example:1",
        "port": "1" },
      "intervalS": 1 },
    { "id": "b" }
  ]
}`;
  const linted = lintDocument(text, 'coop.json');
  const report = documentReport(createTranslate('en'), {
    source: 'coop.json',
    linted,
    hints: [],
    status: undefined,
  });
  expect(
    report.result === 'checked' &&
      report.problems.map(({ path, line, code }) => [path, line, code]),
  ).toEqual([
    ['$.services[0].probe.host', 8, 'host-port'],
    ['$.services[0].probe.port', 9, 'number-quoted'],
    ['$.services[0].intervalS', 10, 'at-least'],
    ['$.services[1].name', 11, 'missing'],
  ]);
});

describe('the exit code', () => {
  const codeOf = (text: string) => {
    const linted = lintDocument(text, 'x');
    return documentExitCode(
      documentReport(createTranslate('en'), { source: 'x', linted, hints: [], status: undefined }),
    );
  };
  test.each([
    ['nothing found', JSON.stringify(well), 0],
    ['a hint', JSON.stringify({ ...well, colour: 'blue' }), 1],
    ['a problem', JSON.stringify({ ...well, rdap: {} }), 2],
    ['a frame that is wrong', '{}', 2],
    ['no JSON', '{', 2],
    ['a newer document', '{"version":2}', 3],
  ])('of %s', (_what, text, code) => expect(codeOf(text)).toBe(code));
});

describe('whatever the document', () => {
  const report = (text: string) => {
    const linted = lintDocument(text, 'coop.json');
    const t = createTranslate('fr');
    const made = documentReport(t, { source: 'coop.json', linted, hints: [], status: undefined });
    return documentText(t, made, undefined, false);
  };
  const words = [
    'version',
    'name',
    'services',
    'witnesses',
    'feeds',
    'id',
    'probe',
    'type',
    'url',
    'host',
    'expect',
    'on',
    'body',
    'contains',
    'http',
    'tcp',
    'https://a.example',
    'a',
    'timeoutMs',
    'standby',
    'emergency',
    'contacts',
    'matrix',
    'rooms',
    'purge',
    '__proto__',
    '',
  ];
  const key = fc.constantFrom(...words);
  const { any } = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 6 },
      key,
      fc.constantFrom(1, 0, -1, 1e308, null, true),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.array(tie('any'), { maxLength: 4 }),
      fc.dictionary(key, tie('any'), { maxKeys: 6 }),
    ),
  }));

  test('it is read to its end', () => {
    const frame = fc.record(
      {
        services: any,
        witnesses: any,
        feeds: any,
        emergency: any,
        matrix: any,
        backups: any,
        echo: any,
        maintenance: any,
      },
      { requiredKeys: [] },
    );
    const document = frame.map((one) => ({ version: 1, name: 'x', services: [], ...one }));
    fc.assert(
      fc.property(fc.oneof(document, any), (json) => {
        expect(report(JSON.stringify(json))).toMatch(/\n$/);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  const mebibyte = (one: string) =>
    `[${Array(Math.floor((1 << 20) / (one.length + 1)))
      .fill(one)
      .join(',')}]`;
  test.each([
    [
      'expectations',
      `{"version":1,"name":"x","services":[{"id":"a","name":"A","probe":{"type":"http","url":"https://a.example","expect":${mebibyte('{}')}}}]}`,
    ],
    ['services', `{"version":1,"name":"x","services":${mebibyte('{}')}}`],
    [
      'services that can be read',
      `{"version":1,"name":"x","services":[${Array.from({ length: 5000 }, (_, at) => `{"id":"s${at}","name":"S","probe":{"type":"http","url":"https://a.example/${at}"},"parent":"s${at + 1}"}`).join(',')}]}`,
    ],
    [
      'keys',
      `{"version":1,"name":"x","services":[],${Array.from({ length: 40_000 }, (_, at) => `"k${at}":1`).join(',')}}`,
    ],
    ['depth', `{"version":1,"name":"x","services":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    [
      'a name',
      `{"version":1,"name":"x","services":[{"id":"a","name":"A","probe":{"type":"tcp","port":1,"host":"${'a.'.repeat(250_000)}"}}]}`,
    ],
    [
      'an address',
      `{"version":1,"name":"x","services":[{"id":"a","name":"A","url":"https://${'@'.repeat(500_000)}"}]}`,
    ],
    [
      'the co-op’s own address',
      `{"version":1,"name":"x","services":[],"url":"http://${'@'.repeat(200_000)}:x"}`,
    ],
    [
      'days to warn',
      `{"version":1,"name":"x","services":[{"id":"a","name":"A","probe":{"type":"http","url":"https://a.example","certificate":{"warnDays":${mebibyte('1')}}}}]}`,
    ],
    [
      'values below a long key',
      `{"version":1,"name":"x","services":[],"${'k'.repeat(500_000)}":${mebibyte('1').slice(0, 500_000)}1]}`,
    ],
  ])('a mebibyte of %s costs no more than its length', (_what, text) => {
    // A non-linear algorithm would take minutes.
    const startMs = processorMs();
    report(text);
    expect(processorMs() - startMs).toBeLessThan(4500);
  });
});
