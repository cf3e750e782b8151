import { describe, expect, test } from 'vitest';
import { isJsonPath, selectValues } from '../../../shared/coop/json-path.ts';
import { isDeeperThan } from '../../../shared/json.ts';
import { judgeAnswer } from '../../../shared/status/expect.ts';
import { urlPart } from '../../../shared/net/url-part.ts';

const many = Array.from({ length: 60_000 }, (_, at) => ({ at }));

describe('a path', () => {
  test.each<[string, unknown, unknown]>([
    ['$.a.b', { a: { b: 1 } }, { ok: true, values: [1] }],
    ['$.a', { a: { b: [1, { c: null }] } }, { ok: true, values: [{ b: [1, { c: null }] }] }],
    ['$[?@.a==$.want.a].b', [{ a: 1, b: 2 }], { ok: true, values: [] }],
    [
      '$.x[?@==$.y]',
      { x: [{ z: [1] }, { z: [2] }], y: { z: [1] } },
      { ok: true, values: [{ z: [1] }] },
    ],
    ['$..b', { a: [{ b: 1 }, { b: '2' }] }, { ok: true, values: [1, '2'] }],
    ['$..at', many, { ok: false, why: 'too-much' }],
    ['$.a.', {}, { ok: false, why: 'no-path' }],
  ])('%s', (path, data, expected) => {
    expect(selectValues(path, data)).toEqual(expected);
  });

  test('finds in a long list what it names', () => {
    expect(selectValues('$[59999].at', many)).toEqual({ ok: true, values: [59_999] });
  });

  test('gives the data themselves, which others may write', () => {
    const data = { a: { b: [1] } };
    const found = selectValues('$.a', data);
    expect(found.ok && found.values[0]).toBe(data.a);
  });

  test.each<[string, boolean]>([
    [`$${'.a'.repeat(40)}`, true],
    [`$${'.a'.repeat(41)}`, false],
    [`$['${'a'.repeat(490)}']`, true],
    [`$['${'a'.repeat(500)}']`, false],
    ["$[?search(@.a, 'x')]", false],
  ])('%.30s…', (path, expected) => {
    expect(isJsonPath(path)).toBe(expected);
  });
});

test.each<[string, string, string]>([
  ['more data than can be gone through', JSON.stringify(many.slice(0, 20_000)), '$..at'],
  ['data nested without end', '['.repeat(5000) + ']'.repeat(5000), '$'],
])('%s speak neither for a service nor against it', (_what, body, path) => {
  const facts = { url: 'https://a.example/', status: 200, headers: {}, body, firstByteMs: 1 };
  const judged = judgeAnswer(
    { ...facts, followedRedirects: false },
    [{ on: 'json', path, is: 'exists', of: 'every', otherwise: 'down' }],
    0,
  );
  expect(judged).toEqual({
    verdict: 'unknown',
    reason: { code: 'json-too-much', params: { path } },
  });
});

test.each<[string, boolean]>([
  ['[[[]]]', true],
  ['[[],[],{"a":{}}]', true],
  ['[[],[],{"a":1}]', false],
  [String.raw`["[[[\"[[[", "\\"]`, false],
  ['', false],
])('whether %s is deeper than two', (text, expected) => {
  expect(isDeeperThan(2, text)).toBe(expected);
});

test.each([
  ['a/b c', 'a%2Fb%20c'],
  ['\uD800', '%EF%BF%BD'],
  ['a\uDC00b', 'a%EF%BF%BDb'],
  ['😀', '%F0%9F%98%80'],
])('%j as a part of an address', (text, expected) => {
  expect(urlPart(text)).toBe(expected);
});
