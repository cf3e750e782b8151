/** GitHub's refusals: the same status code, but different remedies for the member. */
import { expect, test } from 'vitest';
import { refusalOf } from '../../../main/features/accounts/github/refusal.ts';
import { createTranslate } from '../../translate.ts';
import { troubleText } from '../../../shared/wording/trouble-text.ts';

const nowUtcMs = Date.UTC(2026, 10, 24, 14);
const inS = (s: number) => String(nowUtcMs / 1000 + s);
const refusal = (status: number, data: unknown, headers: Record<string, string> = {}) =>
  refusalOf({ status, response: { headers, data } }, nowUtcMs);
const plenty = { 'x-ratelimit-remaining': '4982', 'x-ratelimit-reset': inS(3000) };
const spent = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inS(3000) };
const secondary = { message: 'You have exceeded a secondary rate limit. Wait a few minutes.' };
const tooSoon = {
  message: 'Validation Failed',
  errors: [{ message: 'was submitted too quickly' }],
};

test.each<[string, number, unknown, Record<string, string>, number | undefined]>([
  ['a secondary limit', 403, secondary, plenty, 60_000],
  ['one told by status 429', 429, secondary, plenty, 60_000],
  ['one that says how long', 403, secondary, { ...plenty, 'retry-after': '90' }, 90_000],
  [
    'one that says until when',
    403,
    secondary,
    { 'retry-after': new Date(nowUtcMs + 120_000).toUTCString() },
    120_000,
  ],
  [
    'one told by its page',
    403,
    { message: 'No', documentation_url: 'x#secondary-rate-limits' },
    {},
    60_000,
  ],
  [
    'its older name',
    403,
    { message: 'You have triggered an abuse detection mechanism.' },
    {},
    60_000,
  ],
  ['a thing too soon after another', 422, tooSoon, plenty, 60_000],
  [
    'the end of the hour',
    403,
    { message: 'API rate limit exceeded for 1.2.3.4' },
    spent,
    3_000_000,
  ],
  ['the same without its headers', 403, { message: 'API rate limit exceeded' }, {}, undefined],
])('%s is waited for', (_what, status, data, headers, retryAfterMs) => {
  const { trouble, temporary } = refusal(status, data, headers);
  expect([trouble.code, temporary]).toEqual([
    'busy',
    retryAfterMs === undefined ? {} : { retryAfterMs },
  ]);
});

test.each<[string, number, unknown, Record<string, string>, string]>([
  ['a right that is missing', 403, { message: 'Must have write access' }, plenty, 'no-permission'],
  ['a page of a proxy', 403, '<html>secondary rate limit</html>', {}, 'no-permission'],
  ['an archive', 403, { message: 'Repository was archived so is read-only.' }, {}, 'read-only'],
  [
    'a lock',
    403,
    { message: 'Unable to create comment because issue is locked.' },
    {},
    'read-only',
  ],
  ['what is gone, at the end of the hour', 404, { message: 'Not Found' }, spent, 'not-found'],
  ['words of no kind', 422, { message: 7, errors: [null, 'x'] }, {}, 'refused'],
  [
    'what is partly hidden',
    404,
    {},
    { 'x-github-sso': 'partial-results; organizations=1' },
    'not-found',
  ],
])('%s is given up', (_what, status, data, headers, code) => {
  expect(refusal(status, data, headers)).toMatchObject({ trouble: { code }, temporary: false });
});

const sso = 'https://github.com/orgs/maple-street/sso';
test.each<[string, string, object]>([
  ['its address', `required; url=${sso}`, { organisation: 'maple-street', url: sso }],
  [
    'its address for this sign-in',
    `required; url=${sso}?authorization_request=A1b_c-`,
    { organisation: 'maple-street', url: `${sso}?authorization_request=A1b_c-` },
  ],
  [
    'an address that is too long to show',
    `required; url=${sso}?authorization_request=${'a'.repeat(400)}`,
    { organisation: 'maple-street', url: sso },
  ],
  [
    'an enterprise',
    'required; url=https://github.com/enterprises/coops/sso',
    { organisation: 'coops', url: 'https://github.com/enterprises/coops/sso' },
  ],
  ['no address', 'required', {}],
  ['a stranger’s address', 'required; url=https://github.com.example/orgs/maple-street/sso', {}],
  ['a name before the host', 'required; url=https://github.com@evil.example/orgs/a/sso', {}],
  ['no way that others cannot read', 'required; url=http://github.com/orgs/a/sso', {}],
  ['another page of GitHub', 'required; url=https://github.com/login/device?a=/orgs/a/sso', {}],
  ['a page to be sent on from', `required; url=${sso}?return_to=https://evil.example`, {}],
])('an organisation’s own sign-in with %s', (_what, header, params) => {
  for (const status of [403, 404]) {
    const { trouble, temporary } = refusal(status, {}, { 'x-github-sso': header });
    expect([trouble, temporary]).toEqual([{ code: 'single-sign-on', params }, false]);
  }
});

test.each(['en', 'fr'] as const)('the member is told where to sign in, in %s', (language) => {
  const t = createTranslate(language);
  const text = troubleText(t, refusal(403, {}, { 'x-github-sso': `required; url=${sso}` }).trouble);
  expect(text).toContain('maple-street');
  expect(text).toContain(sso);
  const bare = troubleText(t, refusal(403, {}, { 'x-github-sso': 'required' }).trouble);
  expect(bare).toMatch(/SSO/);
  expect(bare).not.toMatch(/undefined|github/);
});
