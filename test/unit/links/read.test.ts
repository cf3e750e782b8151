/** How sources of links are read: as the shorteners do that serve them. */
import { expect, test } from 'vitest';
import { readingLinks } from '../../../shared/links/read.ts';
import type { LinkFormat } from '../../../shared/coop/link-sources.ts';
import { linkLimits } from '../../../shared/links/shortlink.ts';
import { runSteps } from '../../../shared/steps.ts';
import { told } from './told.ts';

const base = 'https://link.maple.example/';
const read = (text: string, format: LinkFormat = 'csv') =>
  runSteps(readingLinks(text, { format, base }));

const pads = 'https://pads.example/';

test.each<[string, string, readonly string[]]>([
  ['the usual', `keyword,destination_url\npads,${pads}\n`, [`pads > ${pads}`]],
  ['columns of other names', `short,resource_url\npads,${pads}`, [`pads > ${pads}`]],
  ['no heading', `pads,${pads}`, [`pads > ${pads}`]],
  ['a heading of three columns', `a,b,c\npads,${pads}`, [`pads > ${pads}`]],
  ['Windows’ ends of lines', `a,b\r\npads,${pads}\r\n`, [`pads > ${pads}`]],
  ['a note before the heading', `# ours\n\nshort,url\npads,${pads}`, [`pads > ${pads}`]],
  ['a BOM', `\ufeffpads,${pads}`, [`pads > ${pads}`]],
  ['spaces around', `  pads ,  ${pads}  \n`, [`pads > ${pads}`]],
  ['commas in the address', 'map,https://m.example/@1,2,3z', ['map > https://m.example/@1,2,3z']],
  ['quotes', `"pads","${pads}"`, [`pads > ${pads}`]],
  ['the first of two wins', `pads,${pads}\nPADS,${pads}2`, [`pads > ${pads}`, '2 duplicate']],
  [
    'the first of two with the same accent',
    `élection,${pads}\ne\u0301lection,${pads}2`,
    [`élection > ${pads}`, '2 duplicate'],
  ],
  ['empty: removed', `pads,\ncalls,${pads}`, [`calls > ${pads}`]],
  [
    'removed, and a later one',
    `calls,${pads}\npads,\npads,${pads}`,
    [`calls > ${pads}`, '3 duplicate'],
  ],
  ['lines without a comma', `pads\n\n# links\ncalls,${pads}`, [`calls > ${pads}`]],
  ['no keyword', `,${pads}\ncalls,${pads}`, [`calls > ${pads}`]],
  ['code', `x,javascript:alert(1)\ncalls,${pads}`, [`calls > ${pads}`, '1 refused']],
  ['code, hidden by capitals', `a,b\nx,JavaScript:alert(1)`, ['2 refused']],
  ['a file', `a,b\nx,file:///etc/passwd`, ['2 refused']],
  ['data', `a,b\nx,data:text/html,x`, ['2 refused']],
  [
    'no address',
    `a,b\nx,soon\ny,www.a.example\nz,https://`,
    ['2 no-address', '3 no-address', '4 no-address'],
  ],
  ['a port is no scheme', `a,b\nx,nas.example:8080/x`, ['2 no-address']],
  ['a blank in the address', `a,b\nx,https://a.example/a b`, ['2 no-address']],
  ['a name and password', 'x,https://me:pw@a.example/', ['x > https://me:pw@a.example/']],
  [
    'a NUL',
    `pads,${pads}\nx\0,${pads}\ny,${pads}\0`,
    [`pads > ${pads}`, '2 unreadable', '3 unreadable'],
  ],
  ['text that turns around', `pads,${pads}\n\u202ex,${pads}`, [`pads > ${pads}`, '2 unreadable']],
  [
    'a very long address',
    `pads,${pads}\nx,${pads}${'a'.repeat(9000)}`,
    [`pads > ${pads}`, '2 unreadable'],
  ],
  ['nothing', '', ['no-links']],
  ['only a heading', 'keyword,url\n', ['no-links']],
  ['only removed ones', 'pads,\ncalls,', []],
  ['a page to sign in', '<!DOCTYPE html>\n<title>Sign in, please</title>', ['web-page']],
  ['a page after empty lines', '\ufeff\r\n\r\n <html lang="en">a,b</html>', ['web-page']],
  ['UTF-16', 'p\0a\0d\0s\0', ['not-text']],
])('CSV: %s', (_what, text, expected) => {
  expect(told(read(text))).toEqual(expected);
});

const alias = (from: string, to: string) => `${from},${base}${to}`;

test.each<[string, readonly string[], readonly string[]]>([
  [
    'an alias',
    [alias('gh', 'github'), `github,${pads}`],
    [`gh > ${pads} as github`, `github > ${pads}`],
  ],
  [
    'without regard to capitals',
    [alias('gh', 'GitHub/'), `github,${pads}`],
    [`gh > ${pads} as github`, `github > ${pads}`],
  ],
  [
    'of http and https',
    [`gh,http://link.maple.example/github`, `github,${pads}`],
    [`gh > ${pads} as github`, `github > ${pads}`],
  ],
  [
    'five deep',
    [...[1, 2, 3, 4, 5].map((at) => alias(`a${at}`, `a${at + 1}`)), `a6,${pads}`],
    [...[1, 2, 3, 4, 5].map((at) => `a${at} > ${pads} as a6`), `a6 > ${pads}`],
  ],
  [
    'six deep: as far as that',
    [...[1, 2, 3, 4, 5, 6].map((at) => alias(`a${at}`, `a${at + 1}`)), `a7,${pads}`],
    [
      `a1 > ${base}a7 as a6`,
      ...[2, 3, 4, 5, 6].map((at) => `a${at} > ${pads} as a7`),
      `a7 > ${pads}`,
      '1 too-deep',
    ],
  ],
  [
    'a circle',
    [alias('a', 'b'), alias('b', 'c'), alias('c', 'a')],
    ['1 circle', '2 circle', '3 circle'],
  ],
  ['itself', [alias('a', 'A')], ['1 circle']],
  // As browsers copy an address, and macOS writes an accent.
  [
    'of a keyword with accents',
    [alias('votes', '%C3%A9lections'), alias('v', 'e\u0301lections'), `élections,${pads}`],
    [`votes > ${pads} as élections`, `v > ${pads} as élections`, `élections > ${pads}`],
  ],
  [
    'with a percent sign',
    [alias('a', '100%'), `100%,${pads}`],
    [`a > ${pads} as 100%`, `100% > ${pads}`],
  ],
  [
    'into a circle',
    [alias('x', 'a'), alias('a', 'b'), alias('b', 'a')],
    ['1 circle', '2 circle', '3 circle'],
  ],
  ['a keyword that there is not', [alias('a', 'gone')], ['1 missing']],
  ['a removed one', [alias('a', 'b'), 'b,'], ['1 missing']],
  [
    'with a query: another place',
    [alias('a', 'b?x=1'), `b,${pads}`],
    [`a > ${base}b?x=1`, `b > ${pads}`],
  ],
  [
    'a longer path: another place',
    [alias('a', 'b/c'), `b,${pads}`],
    [`a > ${base}b/c`, `b > ${pads}`],
  ],
  ['the start of the short addresses', [alias('home', '')], [`home > ${base}`]],
])('aliases: %s', (_what, lines, expected) => {
  expect(told(read(lines.join('\n')))).toEqual(expected);
});

test('without short addresses there are no aliases', () => {
  const text = `${alias('a', 'b')}\nb,${pads}`;
  const result = runSteps(readingLinks(text, { format: 'csv' }));
  expect(told(result)).toEqual([`a > ${base}b`, `b > ${pads}`]);
});

test('short addresses in a folder', () => {
  const result = runSteps(
    readingLinks(`a,https://x.example/go/b\nc,https://x.example/b\nb,${pads}`, {
      format: 'csv',
      base: 'https://x.example/go',
    }),
  );
  expect(told(result)).toEqual([`a > ${pads} as b`, 'c > https://x.example/b', `b > ${pads}`]);
});

test.each<[string, unknown, readonly string[]]>([
  ['an object', { pads, x: 'file:///a' }, [`pads > ${pads}`, '2 refused']],
  [
    'a list',
    [{ keyword: ' pads ', url: pads, note: 'x' }, { keyword: 'a' }, 7],
    [`pads > ${pads}`],
  ],
  [
    'other names',
    [
      { slug: 'pads', url: pads },
      { shortCode: 'x', longUrl: `${pads}x` },
    ],
    [`pads > ${pads}`, `x > ${pads}x`],
  ],
  // miantiao-me/Sink 9
  [
    'an export',
    { version: '1.0', count: 1, links: [{ id: 'y7', slug: 'pads', url: pads }] },
    [`pads > ${pads}`],
  ],
  ['an object with a list beside its addresses', { pads, tags: ['a'] }, [`pads > ${pads}`]],
  ['nothing of it', [1, 2], ['no-links']],
  ['a text', 'pads', ['not-json']],
  ['null', null, ['not-json']],
])('JSON: %s', (_what, json, expected) => {
  expect(told(read(JSON.stringify(json), 'json'))).toEqual(expected);
});

test.each<[string, string, string]>([
  ['half', '{"a":', 'not-json'],
  ['a page', '<html>', 'web-page'],
  ['deep', '['.repeat(100_000), 'not-json'],
  ['a flood of values', `[${'1,'.repeat(200_000)}1]`, 'not-json'],
])('JSON: %s', (_what, text, code) => {
  expect(told(read(text, 'json'))).toEqual([code]);
});

test('a million lines are read in steps, and no more of them than are shown', () => {
  const lines = Array.from({ length: 1_000_000 }, (_, at) => `k${at},${pads}`);
  const steps = readingLinks(lines.join('\n'), { format: 'csv', base });
  let count = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) count += 1;
  expect(count).toBeGreaterThan(900);
  expect(step.value).toMatchObject({ ok: true, left: 1_000_000 - linkLimits.rows });
  expect(step.value.ok && step.value.links).toHaveLength(linkLimits.rows);
});

test('of many faults the first are told', () => {
  const lines = Array.from({ length: 500 }, (_, at) => `k${at},javascript:0`);
  const result = read(`a,${pads}\n${lines.join('\n')}`);
  expect(result.ok && result.faults).toHaveLength(linkLimits.faults);
});
