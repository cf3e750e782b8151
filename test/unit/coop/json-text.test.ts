import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf, readJsonText } from '../../../shared/coop/json-text.ts';
import { parseCoopDocument } from '../../../shared/coop/parse.ts';
import { directorySentence } from '../../../shared/wording/sentences.ts';
import { createTranslate } from '../../translate.ts';
import { locales } from '../../../shared/i18n/languages.ts';
import { processorMs } from '../../processor-time.ts';

test.each([
  ['a web page', '<!doctype html>\n<p>', 'json-page', 1, 1],
  ['nothing', ' \n', 'json-nothing', 2, 1],
  ['a comment', '{\n  // ours\n  "version": 1 }', 'json-comment', 2, 3],
  ['a comment after a value', '{ "version": 1 /* ours */ }', 'json-comment', 1, 16],
  ['a comment of a shell', '# ours\n{}', 'json-comment', 1, 1],
  ['curly quotation marks', '{ “version”: 1 }', 'json-quotes', 1, 3],
  ['French quotation marks', '{ "name": « Coop » }', 'json-quotes', 1, 11],
  ['single quotation marks', "{ 'version': 1 }", 'json-quotes', 1, 3],
  ['a comma at the end of an object', '{\n  "version": 1,\n}', 'json-comma-last', 2, 15],
  ['a comma at the end of a list', '[1, 2, ]', 'json-comma-last', 1, 6],
  ['a comma too many', '[1,, 2]', 'json-comma-extra', 1, 4],
  ['a comma before all', '{, "a": 1}', 'json-comma-extra', 1, 2],
  ['no comma', '{\n  "version": 1\n  "name": "x"\n}', 'json-comma-missing', 2, 15],
  ['no comma between objects', '[{} {}]', 'json-comma-missing', 1, 4],
  ['no colon', '{ "version" 1 }', 'json-colon', 1, 13],
  ['an equals sign', '{ "version" = 1 }', 'json-colon', 1, 13],
  ['a colon in a list', '["a": 1]', 'json-colon', 1, 5],
  ['a bracket of another kind', '{ "a": [1, 2} ]', 'json-bracket', 1, 13],
  ['a value left out', '{ "a": }', 'json-bracket', 1, 8],
  ['the end lost', '{\n  "a": [\n    1', 'json-cut', 2, 8],
  ['a text without its end', '{ "a": "x }', 'json-string', 1, 8],
  ['a line break in a text', '{ "a": "x\ny" }', 'json-string', 1, 8],
  ['a path of Windows', '{ "a": "C:\\pads" }', 'json-escape', 1, 11],
  ['a key without quotation marks', '{ version: 1 }', 'json-key', 1, 3],
  ['a number as a key', '{ 1: 1 }', 'json-key', 1, 3],
  ['a value of Python', '{ "retired": True }', 'json-word', 1, 14],
  ['no number', '[NaN]', 'json-word', 1, 2],
  ['a word', '{ "a": nullable }', 'json-word', 1, 8],
  ['zeros before a number', '[007]', 'json-number', 1, 2],
  ['a plus', '[+1]', 'json-number', 1, 2],
  ['half a number', '[1.]', 'json-number', 1, 2],
  ['a number of another base', '[0x10]', 'json-number', 1, 2],
  ['a comma in a number', '[1,5 ,]', 'json-comma-last', 1, 6],
  ['a space that is none', '{\u00A0"a": 1 }', 'json-invisible', 1, 2],
  ['a mark in the middle', '{ "a": 1 }\uFEFF', 'json-invisible', 1, 11],
  ['something after the end', '{ "a": 1 } }', 'json-after', 1, 12],
  ['two documents', '{}\n{}', 'json-after', 2, 1],
  ['a gap to fill', '{ "a": $NAME }', 'json-sign', 1, 8],
  ['signs of two units before it', '{ "🦫🦫": x }', 'json-word', 1, 9],
  ['lines of Windows', '{\r\n  "a": x\r\n}', 'json-word', 2, 8],
])('%s is found, with its place and what to do', (_what, text, code, line, column) => {
  const { fault } = readJsonText(text);
  expect(fault && [fault.code, placeOf(text, fault.offset)]).toEqual([code, { line, column }]);
  const parsed = parseCoopDocument(text);
  if (parsed.ok) throw new Error('was read');
  for (const locale of locales) {
    const sentence = directorySentence(createTranslate(locale), parsed.error, 'coop.json');
    expect(sentence).toContain(
      locale === 'fr' ? `igne ${line}, colonne ${column}` : `Line ${line}, column ${column}: `,
    );
  }
});

test('a byte order mark is no fault', () => {
  expect(parseCoopDocument('\uFEFF{"version":1,"name":"x","services":[]}').ok).toBe(true);
});

describe('it reads the language that JSON.parse reads', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const spoilt = fc
    .tuple(
      fc.json(),
      fc.nat(200),
      fc.constantFrom(
        '',
        ',',
        '"',
        '}',
        ']',
        '[',
        '{',
        ':',
        '\\',
        '0',
        '-',
        '.',
        'e',
        ' ',
        '\n',
        '\u00A0',
        "'",
        't',
        '/',
        'é',
      ),
    )
    .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at + 1));

  test('whole, spoilt and any other text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), spoilt, fc.string({ unit: 'binary' })), (text) => {
        expect(readJsonText(text).fault === undefined).toBe(isJson(text));
      }),
      { numRuns: 3000, seed: 11 },
    );
  });

  test('each value has its place', () => {
    const text = '{ "services": [ {"id": "a"}, 5 ] }';
    const { offsets } = readJsonText(text);
    expect([...offsets].map(([path, at]) => [path, text.slice(at, at + 3)])).toEqual([
      ['$', '{ "'],
      ['$.services', '[ {'],
      ['$.services[0]', '{"i'],
      ['$.services[0].id', '"a"'],
      ['$.services[1]', '5 ]'],
    ]);
  });

  test('a key that its object has twice is told', () => {
    expect(readJsonText('{"a":1,"b":{"a":2,"a":3},"a":4}').twins).toEqual(['$.b.a', '$.a']);
  });
});

test.each([
  ['brackets', '['.repeat(1_000_000)],
  ['objects', '{"a":'.repeat(200_000)],
  ['a long text', `["${'a'.repeat(1_000_000)}`],
  ['backslashes', `["${'\\\\'.repeat(500_000)}`],
  ['many lines', `[${'1,\n'.repeat(300_000)}`],
  ['signs', `["a" ${'“'.repeat(1_000_000)}`],
  ['a long number', `[${'1'.repeat(1_000_000)}x]`],
])('a mebibyte of %s is read in one pass', (_what, text) => {
  // A non-linear algorithm would take minutes.
  const startMs = processorMs();
  const { fault } = readJsonText(text);
  expect(fault && placeOf(text, fault.offset).line).toBeGreaterThan(0);
  expect(processorMs() - startMs).toBeLessThan(4500);
});
