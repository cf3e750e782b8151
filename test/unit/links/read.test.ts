/** How sources of links are read: as the shorteners do that serve them. */
import { expect, test } from 'vitest';
import { readingLinks } from '../../../shared/links/read.ts';
import type { LinkFormat } from '../../../shared/coop/link-sources.ts';
import type { ReadLinks } from '../../../shared/links/read.ts';
import { linkLimits } from '../../../shared/links/shortlink.ts';
import { runSteps } from '../../../shared/steps.ts';

const base = 'https://link.maple.example/';
const read = (text: string, format: LinkFormat = 'csv') =>
  runSteps(readingLinks(text, { format, base }));

/** `keyword > address`, and `line code`. */
function told(result: ReadLinks): readonly string[] {
  if (!result.ok) return [result.code];
  return [
    ...result.links.map(
      ({ keyword, address, aliasOf }) =>
        `${keyword} > ${address}${aliasOf === undefined ? '' : ` as ${aliasOf}`}`,
    ),
    ...result.faults.map(({ line, code }) => `${line} ${code}`),
    ...(result.left > 0 ? [`left ${result.left}`] : []),
  ];
}

const pads = 'https://pads.example/';

test.each<[string, string, readonly string[]]>([
  ['the usual', `keyword,destination_url\npads,${pads}\n`, [`pads > ${pads}`]],
  ['columns of other names', `short,resource_url\npads,${pads}`, [`pads > ${pads}`]],
  ['no heading', `pads,${pads}`, [`pads > ${pads}`]],
  ['a heading of three columns', `a,b,c\npads,${pads}`, [`pads > ${pads}`]],
  ['Windows’ ends of lines', `a,b\r\npads,${pads}\r\n`, [`pads > ${pads}`]],
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

// What programs wrote, and what people sent to importers that did not read it.
test.each<[string, string, readonly string[]]>([
  // vaughany/yourls-bulk-import-and-shorten 14, johngodley/redirection 292, nystudio107/craft-retour 188
  [
    'semicolons, as Excel has them in French',
    `pads;${pads}\ncalls;${pads}?a;b`,
    [`pads > ${pads}`, `calls > ${pads}?a`],
  ],
  ['semicolons, in quotes where needed', `"map";"${pads}?a;b"`, [`map > ${pads}?a;b`]],
  ['semicolons, with a note', `a;b;c\npads;${pads};a note`, [`pads > ${pads}`]],
  [
    'a semicolon in an address of commas',
    `a,${pads};b\nb,${pads}`,
    [`a > ${pads};b`, `b > ${pads}`],
  ],
  [
    'code after a semicolon',
    `pads;${pads}\nx;javascript:alert(1)`,
    [`pads > ${pads}`, '2 refused'],
  ],
  // johngodley/redirection 535
  [
    'a path for a keyword',
    `Source URL;Target URL;Regex;HTTP code\n/test;${pads};1;301`,
    [`test > ${pads}`],
  ],
  ['tabs', `pads\t${pads}\ncalls\t${pads}`, [`pads > ${pads}`, `calls > ${pads}`]],
  ['the separator, named for Excel', `sep=;\r\nkeyword;url\r\npads;${pads}`, [`pads > ${pads}`]],
  [
    'lines that end as on old Macs',
    `a,b\rpads,${pads}\rx,ftp://a/`,
    [`pads > ${pads}`, '3 refused'],
  ],
  // GrandCru/GoogleSheets 8
  [
    'an address in quotes, for its commas',
    'keyword,url\nmap,"https://m.example/@1,2,3z"\nsay,"https://a.example/?q=""a"""',
    ['map > https://m.example/@1,2,3z', 'say > https://a.example/?q="a"'],
  ],
  [
    'columns that are empty',
    `pads,${pads},,\ncalls,,,\nrooms,${pads}`,
    [`pads > ${pads}`, `rooms > ${pads}`],
  ],
  [
    'a note of two lines',
    `keyword,url,note\npads,${pads},"one, and ""\ntwo"\nx,ftp://a/,`,
    [`pads > ${pads}`, '4 refused'],
  ],
  [
    'a quote that is never closed',
    `"pads,${pads}\ncalls,${pads}`,
    [`"pads > ${pads}`, `calls > ${pads}`],
  ],
  ['a quote inside', `pads,${pads}"\ncalls,${pads}`, [`pads > ${pads}"`, `calls > ${pads}`]],
  // urania-dev/snapp 38: an export of Shlink
  [
    'Shlink',
    `"createdAt","domain","shortCode","shortUrl","longUrl","title"\n"2024-08-15T15:03:56-04:00","my.example","9r2TW","https://my.example/9r2TW","${pads}","a, b"`,
    [`9r2TW > ${pads}`],
  ],
  // miantiao-me/Sink 9: what Shlink imports
  [
    'what Shlink imports',
    `Long URL,Tags,Domain,Short code,Title\n${pads},foo|bar,,123,\n${pads}a,b,c,,a.example,456,my title`,
    [`123 > ${pads}`, `456 > ${pads}a,b,c`],
  ],
  // DhananjayThomble/URL-Shortener-App 414
  [
    'YOURLS',
    `keyword,url,title,timestamp,ip,clicks\npads,${pads},Pads,2024-01-01 10:00:00,192.0.2.1,7\nmap,https://m.example/@1,2,Map,2024,192.0.2.1,0`,
    [`pads > ${pads}`, 'map > https://m.example/@1,2'],
  ],
  // govtechmy/go-gov-my 321
  ['Dub', `id,domain,key,url,archived\nf04,p.example,pads,${pads},false`, [`pads > ${pads}`]],
  // shlinkio/shlink 834
  ['Bitly', `https://bit.example/%C3%A9lan,${pads}`, [`élan > ${pads}`]],
  // vaughany/yourls-bulk-import-and-shorten 2
  ['the address first', `${pads},pads\nhttps://a.example/,`, [`pads > ${pads}`]],
])('CSV of other programs: %s', (_what, text, expected) => {
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
  expect(count).toBeGreaterThan(1000);
  expect(step.value).toMatchObject({ ok: true, left: 1_000_000 - linkLimits.rows });
  expect(step.value.ok && step.value.links).toHaveLength(linkLimits.rows);
});

test('of many faults the first are told', () => {
  const lines = Array.from({ length: 500 }, (_, at) => `k${at},javascript:0`);
  const result = read(`a,${pads}\n${lines.join('\n')}`);
  expect(result.ok && result.faults).toHaveLength(linkLimits.faults);
});
