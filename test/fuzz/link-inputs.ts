/** Inputs for the readers of links: noise, lists with hostile lines, web pages, and JSON of every shape. */
import * as fc from 'fast-check';
import type { LinkFormat } from '../../shared/coop/link-sources.ts';
import { linkLimits } from '../../shared/links/shortlink.ts';
import { json } from './feed-inputs.ts';

export type LinkInput = Readonly<{ format: LinkFormat; text: string }>;

/** Where the short addresses begin. */
export const base = 'https://go.example/';

const keyword = fc.oneof(
  fc.constantFrom('calls', 'Calls', 'pads', 'a', 'b', 'c', '', ' ', '\0', 'a\0b', '__proto__'),
  fc.constantFrom(
    'constructor',
    '=1+1',
    '@x',
    '\u202ea',
    '"',
    "a'b",
    'élection',
    '%s',
    '../..',
    '/',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
  fc.nat({ max: 200 }).map((length) => 'k'.repeat(length)),
);
const address = fc.oneof(
  fc.constantFrom(
    'https://a.example/',
    'http://a.example',
    'https://[::1]/',
    'https://a.example/%s',
  ),
  fc.constantFrom(
    'javascript:alert(1)',
    'JaVaScRiPt:1',
    ' javascript:1',
    'java\tscript:1',
    'data:,x',
  ),
  fc.constantFrom(
    'file:///etc/passwd',
    'smb://a/b',
    'vbscript:1',
    'blob:https://a/',
    'about:blank',
  ),
  fc.constantFrom(
    '',
    '//a.example',
    'https:',
    'https://',
    'https:///',
    'https://a b/',
    'a.example',
  ),
  fc.constantFrom(
    'https://u:p@a.example/?token=SECRET',
    'https://@@@/',
    'https://a\0b/',
    'https://\u202e/',
  ),
  // Aliases, which may lead in circles.
  keyword.map((name) => base + name),
  fc.nat({ max: 4000 }).map((length) => `https://a.example/${'x'.repeat(length)}`),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\0');
const line = fc
  .tuple(keyword, fc.constantFrom(',', ', ', ',,', ';', '\t', ',"', '","', ''), address, lineEnd)
  .map((parts) => parts.join(''));
const csv = fc.array(line, { maxLength: 60 }).map((lines) => lines.join(''));
const heading = fc.constantFrom(
  '',
  '\ufeff',
  'keyword,url\n',
  '\ufeffkeyword,destination_url\r\n',
  'sep=;\nlongUrl;slug\n',
  'id,url,note,"keyword"\n',
);

const page = fc.constantFrom(
  '<!doctype html><title>Sign in</title>',
  '\ufeff  <html>a,https://a.example/\n',
  '<?xml version="1.0"?>',
  '<!-- a -->\na,https://a.example/\n',
);

const entry = fc.oneof(
  fc.record({ keyword, url: address }),
  fc.record({ keyword: json, url: json }),
  fc.record({ keyword, url: address, tags: json }),
  json,
);
const jsonLinks = fc.oneof(
  fc.array(entry, { maxLength: 40 }).map((all) => JSON.stringify(all)),
  fc.dictionary(keyword, address, { maxKeys: 40 }).map((all) => JSON.stringify(all)),
  // The last of the same key counts in JSON; what matters is that there is one.
  fc.array(fc.tuple(keyword, address)).map((all) => `{${all.map(pairText).join(',')}}`),
  json.map((one) => JSON.stringify(one)),
);

function pairText([name, url]: readonly [string, string]): string {
  return `${JSON.stringify(name)}:${JSON.stringify(url)}`;
}

const torn = fc
  .tuple(fc.oneof(csv, jsonLinks), fc.nat({ max: 2000 }))
  .map(([text, length]) => text.slice(0, length));

export const linkInputs: fc.Arbitrary<LinkInput> = fc.record({
  format: fc.constantFrom<LinkFormat>('csv', 'json'),
  text: fc.oneof(
    { weight: 1, arbitrary: fc.string({ maxLength: 300, unit: 'binary' }) },
    { weight: 1, arbitrary: page },
    { weight: 4, arbitrary: fc.tuple(heading, csv).map((parts) => parts.join('')) },
    { weight: 4, arbitrary: jsonLinks },
    { weight: 2, arbitrary: torn },
  ),
});

const filled = (piece: string) => piece.repeat(Math.floor(linkLimits.textBytes / piece.length));

/** As much as is ever read of a source. */
export const longInputs: readonly (LinkInput & Readonly<{ what: string }>)[] = [
  { what: 'a million lines', format: 'csv', text: '\n'.repeat(1_000_000) },
  { what: 'links, a quarter of a million', format: 'csv', text: filled('a,b\n') },
  { what: 'nothing but NULs', format: 'csv', text: filled('\0') },
  { what: 'one line', format: 'csv', text: `a,https://${filled('@')}` },
  { what: 'quotes', format: 'csv', text: filled('"') },
  { what: 'quotes that are never closed', format: 'csv', text: filled('"a""b,\n') },
  { what: 'a quote that is never closed', format: 'csv', text: `"${filled('a,"b\n')}` },
  { what: 'the same keyword', format: 'csv', text: filled('calls,https://a.example/\n') },
  {
    what: 'circles',
    format: 'csv',
    text: Array.from(
      { length: linkLimits.rows },
      (_, at) => `k${at},${base}k${(at + 1) % linkLimits.rows}\n`,
    ).join(''),
  },
  { what: 'nested JSON', format: 'json', text: filled('[') },
  { what: 'numbers in JSON', format: 'json', text: `[${filled('1,')}1]` },
  { what: 'links in JSON', format: 'json', text: `[${filled('{"keyword":"a","url":"b"},')}1]` },
  { what: 'escapes in JSON', format: 'json', text: `{"${filled('\\u0000')}":""}` },
];
