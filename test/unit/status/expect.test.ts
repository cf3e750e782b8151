import { describe, expect, test } from 'vitest';
import type { Expectation } from '../../../shared/coop/probe.ts';
import { judgeCertificate } from '../../../shared/status/certificate.ts';
import { judgeAnswer } from '../../../shared/status/expect.ts';
import type { AnswerFacts } from '../../../shared/status/expect.ts';

const plain: AnswerFacts = {
  status: 200,
  headers: {},
  body: '',
  firstByteMs: 10,
  followedRedirects: true,
};
const json = (value: unknown) => JSON.stringify(value);
const at = (
  path: string,
  is: 'eq' | 'ne' | 'lt' | 'gte' | 'contains' | 'exists',
  value?: never,
): Expectation => ({
  on: 'json',
  path,
  is,
  otherwise: 'down',
  ...(value === undefined ? {} : { value }),
});

describe('without an expectation of its status', () => {
  test.each([
    [200, true, 'up'],
    [204, true, 'up'],
    [302, true, 'down'],
    [302, false, 'up'],
    [401, true, 'no-access'],
    [403, true, 'no-access'],
    [404, true, 'down'],
    [503, true, 'down'],
  ])('%i, redirects followed: %s, is %s', (status, followedRedirects, verdict) => {
    expect(judgeAnswer({ ...plain, status, followedRedirects }, []).verdict).toBe(verdict);
  });
});

describe('expectations', () => {
  test.each<[string, Partial<AnswerFacts>, Expectation, string | undefined]>([
    ['status', { status: 418 }, { on: 'status', in: [418], otherwise: 'down' }, undefined],
    ['another status', { status: 500 }, { on: 'status', in: [200], otherwise: 'down' }, 'status'],
    [
      'keyword',
      { body: 'all well' },
      { on: 'body', contains: 'well', otherwise: 'down' },
      undefined,
    ],
    [
      'keyword missing',
      { body: 'oh no' },
      { on: 'body', contains: 'well', otherwise: 'down' },
      'keyword-missing',
    ],
    [
      'inverted keyword',
      { body: 'Database error' },
      { on: 'body', lacks: 'error', otherwise: 'down' },
      'keyword-present',
    ],
    ['JSON equal', { body: json({ a: { b: 'OK' } }) }, at('$.a.b', 'eq', 'OK' as never), undefined],
    ['JSON different', { body: json({ a: 1 }) }, at('$.a', 'eq', 2 as never), 'json-mismatch'],
    [
      'JSON of another type',
      { body: json({ a: '1' }) },
      at('$.a', 'eq', 1 as never),
      'json-mismatch',
    ],
    ['JSON below', { body: json({ queue: 3 }) }, at('$.queue', 'lt', 5 as never), undefined],
    [
      'JSON not above',
      { body: json({ queue: 3 }) },
      at('$.queue', 'gte', 5 as never),
      'json-mismatch',
    ],
    [
      'JSON contains',
      { body: json({ v: ['x', 'y'] }) },
      at('$.v', 'contains', 'y' as never),
      undefined,
    ],
    ['JSON exists', { body: json({ v: [1] }) }, at('$.v[0]', 'exists'), undefined],
    ['JSON missing', { body: json({}) }, at('$.v', 'exists'), 'json-missing'],
    [
      'JSON absent is not the unwanted value',
      { body: json({}) },
      at('$.v', 'ne', true as never),
      undefined,
    ],
    ['not JSON', { body: '<html>' }, at('$.v', 'exists'), 'json-invalid'],
    ['a path that is none', { body: '{}' }, at('][', 'exists'), 'json-missing'],
    [
      'a path that tries to run code',
      { body: '{}' },
      at('$[?(process.exit(1))]', 'exists'),
      'json-missing',
    ],
    [
      'a path with a regular expression that never ends',
      { body: json(['a'.repeat(40)]) },
      at("$[?search(@, '(a+)+b')]", 'exists'),
      'json-missing',
    ],
    ['a path of a constructor', { body: '{}' }, at('$.constructor', 'exists'), 'json-missing'],
    [
      'header',
      { headers: { server: 'nginx' } },
      { on: 'header', name: 'Server', contains: 'nginx', otherwise: 'down' },
      undefined,
    ],
    ['header missing', {}, { on: 'header', name: 'x-ok', otherwise: 'down' }, 'header-missing'],
    [
      'header different',
      { headers: { a: 'b' } },
      { on: 'header', name: 'a', contains: 'c', otherwise: 'down' },
      'header-mismatch',
    ],
    ['slow', { firstByteMs: 900 }, { on: 'latency', maxMs: 500, otherwise: 'degraded' }, 'slow'],
    [
      'at its limit',
      { firstByteMs: 500 },
      { on: 'latency', maxMs: 500, otherwise: 'degraded' },
      undefined,
    ],
  ])('%s', (_what, facts, expectation, code) => {
    const judged = judgeAnswer({ ...plain, ...facts }, [expectation]);
    expect(judged.reason?.code).toBe(code);
    expect(judged.verdict).toBe(code === undefined ? 'up' : expectation.otherwise);
  });

  test('the first that fails decides', () => {
    const judged = judgeAnswer({ ...plain, body: json({ maintenance: true }), firstByteMs: 9000 }, [
      { on: 'json', path: '$.maintenance', is: 'eq', value: false, otherwise: 'maintenance' },
      { on: 'latency', maxMs: 1, otherwise: 'degraded' },
    ]);
    expect(judged).toEqual({
      verdict: 'maintenance',
      reason: { code: 'says-maintenance', params: {} },
    });
  });

  test('text from outside is cut short', () => {
    const judged = judgeAnswer({ ...plain, body: json({ a: 'x'.repeat(5000) }) }, [
      at('$.a', 'eq', 1 as never),
    ]);
    expect(String(judged.reason?.params['got']).length).toBeLessThanOrEqual(80);
  });
});

describe('a certificate', () => {
  const dayMs = 86_400_000;
  test.each([
    [30, undefined],
    [22, undefined],
    [21, 21],
    [15, 21],
    [14, 14],
    [8, 14],
    [7, 7],
    [0, 7],
  ])('with %i days left is in band %s', (days, band) => {
    const certificate = { validToUtcMs: days * dayMs, issuer: 'x', trusted: true };
    const judged = judgeCertificate(certificate, [21, 14, 7], 0);
    expect(judged?.reason?.params['band']).toBe(band);
    expect(judged?.verdict).toBe(band === undefined ? undefined : 'degraded');
  });

  test.each([
    [90, 5, 'certificate-chain-expiring', { name: 'Middle', days: 5, band: 7 }],
    [10, 5, 'certificate-chain-expiring', { name: 'Middle', days: 5, band: 7 }],
    [90, undefined, undefined, undefined],
  ])('with %i days left that depends on one with %s', (days, chainDays, code, params) => {
    const chainEnd = chainDays && { name: 'Middle', validToUtcMs: chainDays * dayMs };
    const certificate = {
      validToUtcMs: days * dayMs,
      issuer: 'Middle',
      trusted: true,
      ...(chainEnd ? { chainEnd } : {}),
    };
    const judged = judgeCertificate(certificate, [21, 14, 7], 0);
    expect([judged?.reason?.code, judged?.reason?.params]).toEqual([code, params]);
  });
});
