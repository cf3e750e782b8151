/** One attempt to read a calendar, from servers that misbehave. */
import { expect, test } from 'vitest';
import { expand } from '../../../main/features/calendar/expand.ts';
import { createReadAddress } from '../../../main/features/calendar/request.ts';
import { NetError } from '../../../main/platform/net/error.ts';
import type { Answer, Request } from '../../../main/platform/net/request.ts';
import { calendarLimits } from '../../../shared/calendar/limits.ts';
import { reason } from '../../../shared/observation/observation.ts';
import { calendarText } from '../../servers/coop/calendar.ts';
import { now, zone } from './given.ts';

const scope = { zone, fromUtcMs: now, addresses: [] };
const url = 'https://maple.example/calendar.ics';
const whole = calendarText(now);

const answered = (answer: Partial<Answer>) => {
  const requests: Request[] = [];
  const read = createReadAddress(
    {
      request: async (request) => {
        requests.push(request);
        const { body = '', ...others } = answer;
        // Each byte as a character, as is asked for.
        const bytes = Buffer.from(body).toString('latin1');
        return { url, status: 200, headers: {}, body: bytes, timings: {}, ...others };
      },
    },
    expand,
  );
  return {
    requests,
    read: (etag?: string) => read(url, etag, scope, new AbortController().signal),
  };
};

test('a calendar is read, for the member and the days that are asked for', async () => {
  const { read, requests } = answered({ body: whole, headers: { etag: '"1"' } });
  const reread = await read();
  expect(reread).toMatchObject({ ok: true, etag: '"1"', copy: { text: whole } });
  const expanded = reread.ok && !reread.unchanged ? reread.copy.expanded : undefined;
  expect(expanded?.scope).toBe(scope);
  expect(expanded?.refreshMs).toBe(15 * 60_000);
  expect(expanded?.occurrences[0]).toMatchObject({
    title: 'Infrastructure',
    startUtcMs: now + 10 * 60_000,
  });
  expect(expanded?.occurrences.map(({ title }) => title)).not.toContain('Called off');
  expect(requests[0]).toMatchObject({
    bodyBytes: calendarLimits.text,
    asBytes: true,
    headers: {},
  });
});

test('an ETag is sent', async () => {
  const { read, requests } = answered({ status: 304 });
  expect(await read('"1"')).toEqual({ ok: true, unchanged: true });
  expect(requests[0]?.headers).toMatchObject({ 'if-none-match': '"1"' });
});

test.each<[string, Partial<Answer>, object]>([
  ['a page to sign in', { body: '<!doctype html><html><p>Sign in' }, { code: 'html' }],
  ['JSON', { body: '{"error":"no"}' }, { code: 'not-ics' }],
  ['nothing', { body: '' }, { code: 'not-ics' }],
  ['a part', { body: whole.slice(0, whole.indexOf('DTEND')) }, { code: 'truncated' }],
  ['refused', { status: 403 }, { code: 'no-access', status: 403 }],
  ['gone', { status: 410 }, { code: 'not-found', status: 410 }],
  ['too often', { status: 503 }, { code: 'http-status', status: 503 }],
  ['unchanged, unasked', { status: 304 }, { code: 'http-status', status: 304 }],
])('an answer that is none: %s', async (_what, answer, problem) => {
  expect(await answered(answer).read()).toEqual({ ok: false, problem });
});

test.each<[string, unknown, string]>([
  ['100 MB', new NetError(reason('body-too-large')), 'too-large'],
  ['slow', new NetError(reason('timeout')), 'timeout'],
  ['refused', new NetError(reason('refused')), 'unreachable'],
  ['a bug', new TypeError('x'), 'internal'],
])('no answer: %s', async (_what, error, code) => {
  const read = createReadAddress({ request: () => Promise.reject(error) }, expand);
  const signal = new AbortController().signal;
  expect(await read(url, undefined, scope, signal)).toEqual({ ok: false, problem: { code } });
});

test('a reading that is dropped rejects with the reason', async () => {
  const controller = new AbortController();
  const read = createReadAddress(
    {
      request: async () => {
        controller.abort(new Error('stopped'));
        throw new NetError(reason('reset'));
      },
    },
    expand,
  );
  await expect(read(url, undefined, scope, controller.signal)).rejects.toThrow('stopped');
});
