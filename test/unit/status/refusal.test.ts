import { describe, expect, test } from 'vitest';
import type { Expectation } from '../../../shared/coop/probe.ts';
import type { AnswerFacts } from '../../../shared/status/expect.ts';
import { judgeAnswer } from '../../../shared/status/expect.ts';
import { refusalOf } from '../../../shared/status/refusal.ts';
import { processorMs } from '../../processor-time.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 15, 0);
const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (words: string) => `<!doctype html><html><head>${words}</head></html>`;

type Said = Readonly<{ status?: number; headers?: AnswerFacts['headers']; body?: string }>;
const refusal = ({ status = 200, headers = {}, body = '' }: Said) =>
  refusalOf({ status, headers, body }, nowUtcMs);

describe('how long it asks to be left alone', () => {
  test.each<[string, number | undefined]>([
    ['120', 120_000],
    [' 5 ', 5000],
    ['0', 0],
    ['86400', 3_600_000],
    ['99999999999999999999999', 3_600_000],
    ['Tue, 24 Nov 2026 15:10:00 GMT', 600_000],
    ['Tuesday, 24-Nov-26 15:10:00 GMT', 600_000],
    ['Tue Nov 24 15:10:00 2026', 600_000],
    ['Tue, 24 Nov 2026 14:00:00 GMT', 0],
    ['Tue, 24 Nov 2037 15:00:00 GMT', 3_600_000],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['2', 2000],
    ['', undefined],
  ])('%j', (said, waitMs) => {
    expect(refusal({ status: 429, headers: { 'retry-after': said } })).toEqual({
      reason: { code: 'refuses-us', params: {} },
      ...(waitMs === undefined ? {} : { waitMs }),
    });
  });

  test('is measured by its own clock, when ours is a day off', () => {
    const headers = {
      date: 'Mon, 23 Nov 2026 15:00:00 GMT',
      'retry-after': 'Mon, 23 Nov 2026 15:01:00 GMT',
    };
    expect(refusal({ status: 429, headers })?.waitMs).toBe(60_000);
  });
});

test.each<[string, Said, string | undefined]>([
  ['429', { status: 429 }, 'refuses-us'],
  ['503 until some time', { status: 503, headers: { 'retry-after': '30' } }, 'refuses-us'],
  ['403 until some time', { status: 403, headers: { 'retry-after': '60' } }, 'refuses-us'],
  ['403', { status: 403 }, undefined],
  ['503', { status: 503 }, undefined],
  ['503 and a word', { status: 503, headers: { 'retry-after': 'later' } }, undefined],
  ['502 until some time', { status: 502, headers: { 'retry-after': '30' } }, undefined],
  ['200 until some time', { headers: { 'retry-after': '30' } }, undefined],
  ['Cloudflare', { status: 403, headers: { 'cf-mitigated': 'challenge' } }, 'bot-guard'],
  [
    'Cloudflare by its page',
    { status: 503, headers: html, body: page('<script>window._cf_chl_opt={}</script>') },
    'bot-guard',
  ],
  [
    'Cloudflare blocks',
    { status: 403, headers: html, body: page('<div id="cf-error-details">') },
    'bot-guard',
  ],
  ['AWS WAF', { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } }, 'bot-guard'],
  [
    'AWS WAF with a riddle',
    { status: 405, headers: { 'x-amzn-waf-action': 'captcha' } },
    'bot-guard',
  ],
  ['Vercel', { status: 429, headers: { 'x-vercel-mitigated': 'challenge' } }, 'bot-guard'],
  ['Sucuri', { status: 403, headers: { 'x-sucuri-block': 'IPB001' } }, 'bot-guard'],
  [
    'Anubis by its cookie',
    { headers: { 'set-cookie': ['a=b', 'techaro.lol-anubis-cookie-verification=x; Path=/'] } },
    'bot-guard',
  ],
  [
    'Anubis by its page',
    {
      headers: html,
      body: page('<script id="anubis_challenge" type="application/json">{}</script>'),
    },
    'bot-guard',
  ],
  [
    'DDoS-Guard',
    {
      status: 403,
      headers: html,
      body: page('<script src="/.well-known/ddos-guard/js-challenge/index.js">'),
    },
    'bot-guard',
  ],
  [
    'Imperva',
    {
      headers: html,
      body: page('<iframe>Request unsuccessful. Incapsula incident ID: 1-2</iframe>'),
    },
    'bot-guard',
  ],
  [
    'DataDome',
    {
      status: 403,
      headers: html,
      body: page('<script src="https://ct.captcha-delivery.com/c.js">'),
    },
    'bot-guard',
  ],
  [
    'CrowdSec',
    { status: 403, headers: html, body: page('<title>CrowdSec Ban</title>') },
    'bot-guard',
  ],
  [
    'an origin behind Cloudflare that fails',
    {
      status: 502,
      headers: { ...html, server: 'cloudflare', 'cf-ray': '1' },
      body: page('<div id="cf-error-details">'),
    },
    undefined,
  ],
  [
    'a service that forbids, behind Cloudflare',
    {
      status: 403,
      headers: { ...html, server: 'cloudflare', 'cf-ray': '1' },
      body: page('Forbidden'),
    },
    undefined,
  ],
  [
    'a page into which Cloudflare puts a script',
    { headers: html, body: page('<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js">') },
    undefined,
  ],
  [
    'a page into which Imperva puts a script',
    {
      headers: { ...html, 'x-iinfo': '1' },
      body: page('<script src="/_Incapsula_Resource?SWJIYLWA=1">'),
    },
    undefined,
  ],
  [
    'a page about guards',
    {
      headers: html,
      body: page('Just a moment: Anubis, captcha, &lt;script id="anubis_challenge"'),
    },
    undefined,
  ],
  [
    'a text with the words of a guard',
    { status: 403, headers: { 'content-type': 'text/plain' }, body: '<title>CrowdSec Ban' },
    undefined,
  ],
  [
    'a page that Anubis lets through',
    { headers: { ...html, 'set-cookie': ['techaro.lol-anubis-auth=jwt'] } },
    undefined,
  ],
  ['well', { headers: html, body: page('Welcome') }, undefined],
])('%s', (_what, said, code) => {
  expect(refusal(said)?.reason.code).toBe(code);
});

test.each<[string, Said]>([
  ['a cookie', { headers: { 'set-cookie': ['anubis-cookie-verification'.repeat(10_000)] } }],
  ['a page', { status: 403, headers: html, body: '<script id="cf-anubis_/'.repeat(10_000) }],
  ['a time', { status: 503, headers: { 'retry-after': `Tue, ${'15:10:'.repeat(40_000)}` } }],
  ['seconds', { status: 503, headers: { 'retry-after': `${'9'.repeat(200_000)}x` } }],
])('%s without end costs no time', (_what, said) => {
  const startMs = processorMs();
  expect(refusal(said)).toBeUndefined();
  expect(processorMs() - startMs).toBeLessThan(2000);
});

describe('of a document that speaks of it', () => {
  const status = (...codes: number[]): Expectation => ({
    on: 'status',
    in: codes,
    otherwise: 'down',
  });
  const body: Expectation = { on: 'body', contains: 'Welcome', otherwise: 'down' };
  const fast: Expectation = { on: 'latency', maxMs: 500, otherwise: 'degraded' };
  const guard = page('<script id="anubis_challenge">');

  test.each<[string, Said, readonly Expectation[], string]>([
    ['429 is not known', { status: 429 }, [], 'unknown'],
    ['429 where 200 is wanted is not known', { status: 429 }, [status(200)], 'unknown'],
    ['429 where it is wanted is up', { status: 429 }, [status(200, 429)], 'up'],
    [
      '503 where it is wanted is up',
      { status: 503, headers: { 'retry-after': '9' } },
      [status(503)],
      'up',
    ],
    [
      '403 of a guard is not known',
      { status: 403, headers: { 'cf-mitigated': 'challenge' } },
      [],
      'unknown',
    ],
    [
      '403 where it is wanted is up',
      { status: 403, headers: { 'cf-mitigated': 'challenge' } },
      [status(403)],
      'up',
    ],
    ['403 is no access', { status: 403 }, [], 'no-access'],
    ['503 is down', { status: 503 }, [], 'down'],
    [
      'a guard with success is not known',
      { status: 202, headers: { 'x-amzn-waf-action': 'challenge' } },
      [],
      'unknown',
    ],
    [
      'nor where success is all that is wanted',
      { headers: html, body: guard },
      [status(200), fast],
      'unknown',
    ],
    ['nor where a text is missing', { headers: html, body: guard }, [body], 'unknown'],
    ['but up where the text is there', { headers: html, body: `${guard} Welcome` }, [body], 'up'],
  ])('%s', (_what, said, expectations, verdict) => {
    const facts = { url: 'https://a.example', firstByteMs: 10, followedRedirects: true };
    const { status: code = 200, headers = {}, body: text = '' } = said;
    const judged = judgeAnswer(
      { ...facts, status: code, headers, body: text },
      expectations,
      nowUtcMs,
    );
    expect(judged.verdict).toBe(verdict);
  });
});
