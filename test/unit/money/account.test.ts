/** What of an answer about money can be believed. */
import { expect, test } from 'vitest';
import { readAccounts } from '../../../shared/money/account.ts';
import { lastDay, moneyQuery } from '../../../shared/money/query.ts';
import { amountText } from '../../../shared/wording/money.ts';

const slugs = ['maple', 'festival'];
const account = (cents: unknown, currency: unknown = 'CAD', name: unknown = 'Maple') => ({
  slug: 'maple',
  name,
  stats: { balance: { valueInCents: cents, currency } },
});
const known = { slug: 'maple', name: 'Maple', balance: { cents: 123_456, currency: 'CAD' } };
const festival = { slug: 'festival' };
const read = (answer: unknown) => readAccounts(JSON.stringify(answer), slugs);
const accounts = (answer: unknown) => {
  const outcome = read(answer);
  return outcome.ok ? outcome.accounts : outcome.code;
};

test.each<[what: string, answer: unknown, expected: unknown]>([
  [
    'both',
    { data: { a0: account(123_456), a1: account(-1, 'EUR', 'Festival') } },
    [known, { slug: 'festival', name: 'Festival', balance: { cents: -1, currency: 'EUR' } }],
  ],
  [
    'zero is zero',
    { data: { a0: account(0), a1: null } },
    [
      { ...known, balance: { cents: 0, currency: 'CAD' } },
      { ...festival, isMissing: true },
    ],
  ],
  [
    'no such collective',
    { data: { a0: account(123_456), a1: null } },
    [known, { ...festival, isMissing: true }],
  ],
  [
    'an error of one',
    { data: { a0: account(123_456), a1: null }, errors: [{ message: 'x', path: ['a1', 'stats'] }] },
    [known, festival],
  ],
  // A field that may not be null takes all that is above it along.
  [
    'an error of one that takes all along',
    { data: null, errors: [{ message: 'x', path: ['a1'] }] },
    'errors',
  ],
  ['an error of the question', { errors: [{ message: 'Cannot query field' }] }, 'errors'],
  [
    'an error of nobody',
    { data: { a0: account(1), a1: null }, errors: [{ message: 'x' }] },
    'errors',
  ],
  [
    'no errors, as a list',
    { data: { a0: account(123_456), a1: null }, errors: [] },
    [known, { ...festival, isMissing: true }],
  ],
  [
    'an amount of null',
    { data: { a0: account(null), a1: account(5, null, '') } },
    [{ slug: 'maple', name: 'Maple' }, festival],
  ],
  [
    'no balance',
    { data: { a0: { name: 'Maple', stats: { balance: null } }, a1: { stats: null } } },
    [{ slug: 'maple', name: 'Maple' }, festival],
  ],
  [
    'parts of cents',
    { data: { a0: account(1.5), a1: account(1e300) } },
    [
      { slug: 'maple', name: 'Maple' },
      { slug: 'festival', name: 'Maple' },
    ],
  ],
  ['amounts as texts', { data: { a0: account('5'), a1: 7 } }, [{ slug: 'maple' }, festival]],
  [
    'odd currencies',
    { data: { a0: account(5, 'dollars'), a1: account(5, '<b>') } },
    [
      { slug: 'maple', name: 'Maple' },
      { slug: 'festival', name: 'Maple' },
    ],
  ],
  ['a part left out', { data: { a0: account(123_456) } }, [known, festival]],
  ['nothing', {}, 'not-json'],
  ['a rate limit in words', { error: { message: 'Rate limit exceeded' } }, 'not-json'],
  ['a text', 'Too many requests', 'not-json'],
  ['a list', [1], 'not-json'],
])('an answer with %s', (_what, answer, expected) => {
  expect(accounts(answer)).toEqual(expected);
});

test.each(['', '<!doctype html>', '{', `{"data":${'['.repeat(50)}${']'.repeat(50)}}`])(
  'no JSON of a usual depth: %j',
  (text) => expect(readAccounts(text, slugs)).toEqual({ ok: false, code: 'not-json' }),
);

test('one question has all collectives, by variables, at the end of a day', () => {
  const { query, variables } = JSON.parse(moneyQuery(slugs, '2026-11-29')) as {
    query: string;
    variables: object;
  };
  expect(variables).toEqual({ to: '2026-11-30T00:00:00.000Z', s0: 'maple', s1: 'festival' });
  expect(query).not.toMatch(/maple|festival|2026/);
  expect(query.match(/account\(/g)).toHaveLength(2);
});

test.each([
  ['2026-11-30T00:00:00Z', '2026-11-29'],
  ['2026-11-29T23:59:59Z', '2026-11-28'],
  ['2027-01-01T12:00:00Z', '2026-12-31'],
  ['2028-03-01T00:00:00Z', '2028-02-29'],
])('at %s the last day is %s', (now, day) => {
  expect(lastDay(Date.parse(now))).toBe(day);
});

const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test.each([
  ['en-CA', 123_456, 'CAD', '$1,234.56'],
  ['fr-CA', 123_456, 'CAD', '1 234,56 $'],
  ['en-CA', -50, 'CAD', '-$0.50'],
  ['en-US', 123_456, 'JPY', '¥1,235'],
  ['en-CA', 0, 'EUR', '€0.00'],
])('in %s, %i of %s is %s', (tag, cents, currency, text) => {
  expect(plain(amountText(tag, { cents, currency }))).toBe(text);
});
