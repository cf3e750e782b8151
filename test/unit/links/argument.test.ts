import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { partTyped, withArgument } from '../../../shared/links/argument.ts';

test.each<[string, string | undefined, string]>([
  ['https://g.example/issues/%s', '282', 'https://g.example/issues/282'],
  ['https://g.example/issues/%s', undefined, 'https://g.example/issues/'],
  ['https://g.example/issues', '282', 'https://g.example/issues'],
  ['https://g.example/?q=%s&x=%s', 'a b', 'https://g.example/?q=a%20b&x=a%20b'],
  // A file in a folder: https://github.com/trotto/go-links/issues/149
  ['https://g.example/tree/%s', 'docs/a b.md', 'https://g.example/tree/docs/a%20b.md'],
  ['https://g.example/?q=%s', 'foo/bar', 'https://g.example/?q=foo%2Fbar'],
  // Arrives as it was typed: https://github.com/trotto/go-links/issues/245
  ['https://g.example/?q=%s', 'foo+bar@a.example', 'https://g.example/?q=foo%2Bbar%40a.example'],
  ['https://g.example/?q=%s', '16%3A46', 'https://g.example/?q=16%253A46'],
  ['https://g.example/?q=%s', '$&', 'https://g.example/?q=%24%26'],
  ['https://g.example/?q=%s', '%s', 'https://g.example/?q=%25s'],
  ['https://g.example/a/%s', '../../admin', 'https://g.example/a/admin'],
  ['https://g.example/%s', '//evil.example', 'https://g.example/evil.example'],
  ['https://g.example/#%s', 'a?b#c', 'https://g.example/#a%3Fb%23c'],
  ['https://g.example/?q=%s', '\ud83d', 'https://g.example/?q=%EF%BF%BD'],
])('%s with %s', (address, argument, expected) => {
  expect(withArgument(address, argument)).toBe(expected);
});

test('no argument leads to another place than the link', () => {
  const addresses = fc.constantFrom(
    'https://g.example/a/%s',
    'https://g.example/%s/b',
    'https://g.example/a?q=%s',
    'https://g.example/a#%s',
    'https://me:%s@g.example/a',
  );
  fc.assert(
    fc.property(addresses, fc.string({ unit: 'binary', maxLength: 30 }), (address, argument) => {
      const url = new URL(withArgument(address, argument));
      expect(url.origin).toBe('https://g.example');
      if (address.includes('/a/')) expect(url.pathname).toMatch(/^\/a\//);
    }),
    { seed: 17, numRuns: 2000 },
  );
});

test('in a query, an argument arrives as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (argument) => {
      const url = new URL(withArgument('https://g.example/?q=%s', argument));
      expect(url.searchParams.get('q')).toBe(argument.trim().toWellFormed());
    }),
    { seed: 17, numRuns: 1000 },
  );
});

test.each<[string, ReturnType<typeof partTyped>]>([
  ['issue 282', { head: 'issue', argument: '282' }],
  ['issue/282', { head: 'issue', argument: '282' }],
  ['  issue   a b ', { head: 'issue', argument: 'a b' }],
  ['file docs/a.md', { head: 'file', argument: 'docs/a.md' }],
  ['issue ', { head: 'issue' }],
  ['issue', { head: 'issue' }],
  ['', { head: '' }],
])('typed: %j', (typed, expected) => {
  expect(partTyped(typed)).toEqual(expected);
});
