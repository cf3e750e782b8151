import { describe, expect, test } from 'vitest';
import type { Expectation } from '../../../shared/coop/probe.ts';
import { judgeAnswer } from '../../../shared/status/expect.ts';
import type { AnswerFacts } from '../../../shared/status/expect.ts';

const plain: AnswerFacts = {
  url: 'https://go.example/calls',
  status: 200,
  headers: {},
  body: '',
  firstByteMs: 10,
  followedRedirects: true,
};
const json = (value: unknown) => JSON.stringify(value);
const at = (
  path: string,
  is: 'eq' | 'ne' | 'lt' | 'gte' | 'contains' | 'exists' | 'absent',
  value?: never,
  of: 'every' | 'some' = 'every',
): Expectation => ({
  on: 'json',
  path,
  is,
  of,
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
    expect(judgeAnswer({ ...plain, status, followedRedirects }, [], 0).verdict).toBe(verdict);
  });
});

describe('of several values', () => {
  const checks = (...status: unknown[]) => ({ checks: status.map((one) => ({ status: one })) });
  const status = '$.checks[*].status';
  const waiting = '$.queues[*].waiting';

  test.each<[string, unknown, [string, string, unknown?], boolean, boolean]>([
    ['one is the unwanted', checks('fail', 'pass'), [status, 'ne', 'fail'], false, true],
    [
      'the last is the unwanted',
      checks('pass', 'pass', 'fail'),
      [status, 'ne', 'fail'],
      false,
      true,
    ],
    ['all are the unwanted', checks('fail', 'fail'), [status, 'ne', 'fail'], false, false],
    ['none is the unwanted', checks('pass', 'warn'), [status, 'ne', 'fail'], true, true],
    ['one is the wanted', checks('pass', 'fail'), [status, 'eq', 'pass'], false, true],
    ['all are the wanted', checks('pass', 'pass'), [status, 'eq', 'pass'], true, true],
    ['one is null', checks('pass', null), [status, 'eq', 'pass'], false, true],
    [
      'one is too long',
      { queues: [{ waiting: 9000 }, { waiting: 3 }] },
      [waiting, 'lt', 100],
      false,
      true,
    ],
    [
      'one is a text',
      { queues: [{ waiting: '3' }, { waiting: 3 }] },
      [waiting, 'lt', 100],
      false,
      true,
    ],
    ['one is too low', { free: [80, 2] }, ['$.free[*]', 'gte', 10], false, true],
    [
      'one lacks the part',
      { roles: [['db', 'web'], ['db']] },
      ['$.roles[*]', 'contains', 'web'],
      false,
      true,
    ],
    // JSONPath selects existing values: an element without the member yields none.
    [
      'one has no such member',
      { checks: [{ status: 'pass' }, {}] },
      [status, 'eq', 'pass'],
      true,
      true,
    ],
    ['there are none: not ne', checks(), [status, 'ne', 'fail'], false, false],
    ['there are none: not lt', { queues: [] }, [waiting, 'lt', 100], false, false],
    [
      'what is to be absent is',
      checks('pass'),
      ['$.checks[?@.status == "fail"]', 'absent'],
      true,
      true,
    ],
    [
      'what is to be absent is there',
      checks('fail', 'pass'),
      ['$.checks[?@.status == "fail"]', 'absent'],
      false,
      false,
    ],
    [
      'an empty list has nothing to be absent',
      checks(),
      ['$.checks[?@.status == "fail"]', 'absent'],
      true,
      true,
    ],
  ])('%s', (_what, data, [path, is, value], every, some) => {
    const verdicts = (['every', 'some'] as const).map((of) => {
      const line = at(path, is as 'eq', value as never, of);
      return judgeAnswer({ ...plain, body: json(data) }, [line], 0).verdict === 'up';
    });
    expect(verdicts).toEqual([every, some]);
  });

  test('the one that is wrong is quoted', () => {
    const body = json({ queues: [{ waiting: 3 }, { waiting: 9000 }] });
    const judged = judgeAnswer({ ...plain, body }, [at(waiting, 'lt', 100 as never)], 0);
    expect(judged.reason?.params['got']).toBe('9000');
  });
});

describe('a whole text', () => {
  test.each([
    ['ok', undefined],
    [' OK\r\n', undefined],
    ['\uFEFFok', undefined],
    ['ok.', 'body-mismatch'],
    ['not ok', 'body-mismatch'],
    ['Sorry, the forum is broken.', 'body-mismatch'],
    ['"ok"', 'body-mismatch'],
    // No readable text.
    ['', 'keyword-missing'],
    ['<html>ok</html>', 'keyword-missing'],
    ['ok '.repeat(100), 'keyword-missing'],
  ])('%j', (body, code) => {
    const line: Expectation = { on: 'body', equals: 'ok', otherwise: 'down' };
    expect(judgeAnswer({ ...plain, body }, [line], 0).reason?.code).toBe(code);
  });
});

const open: Expectation = {
  on: 'json',
  path: '$.maintenance',
  is: 'eq',
  value: false,
  of: 'every',
  otherwise: 'maintenance',
};

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
      'JSON absent, of which nothing is known',
      { body: json({}) },
      at('$.v', 'ne', true as never),
      'json-missing',
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
    const judged = judgeAnswer({ ...plain, ...facts }, [expectation], 0);
    expect(judged.reason?.code).toBe(code);
    expect(judged.verdict).toBe(code === undefined ? 'up' : expectation.otherwise);
  });

  test('the first that fails decides', () => {
    const closed = { ...plain, body: json({ maintenance: true }), firstByteMs: 9000 };
    const judged = judgeAnswer(
      closed,
      [open, { on: 'latency', maxMs: 1, otherwise: 'degraded' }],
      0,
    );
    expect(judged).toEqual({
      verdict: 'maintenance',
      reason: { code: 'says-maintenance', params: {} },
    });
  });

  test.each([
    ['a page', '<html>', 'json-invalid'],
    ['other data', json({ ok: true }), 'json-missing'],
  ])('%s has not said that it is in maintenance', (_what, body, code) => {
    expect(judgeAnswer({ ...plain, body }, [open], 0).reason?.code).toBe(code);
  });

  test('text from outside is cut short', () => {
    const long = { ...plain, body: json({ a: 'x'.repeat(5000) }) };
    const judged = judgeAnswer(long, [at('$.a', 'eq', 1 as never)], 0);
    expect(String(judged.reason?.params['got']).length).toBeLessThanOrEqual(80);
  });
});
