/** Lists of links that programs wrote, and that people sent to importers which did not read them. */
import { expect, test } from 'vitest';
import { readingLinks } from '../../../shared/links/read.ts';
import { runSteps } from '../../../shared/steps.ts';
import { told } from './told.ts';

const pads = 'https://pads.example/';
const read = (text: string) => runSteps(readingLinks(text, { format: 'csv' }));

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
  [
    'a note with a semicolon before an address',
    `# kept by El; ${pads}\nfaq,${pads}\nrooms,${pads}`,
    [`faq > ${pads}`, `rooms > ${pads}`],
  ],
  [
    'a note with a comma before an address',
    `# kept by El, ${pads}\nfaq;${pads}\nrooms;${pads}`,
    [`faq > ${pads}`, `rooms > ${pads}`],
  ],
  [
    'the window in which an address opens',
    `keyword,target,url\nfaq,_blank,${pads}`,
    [`faq > ${pads}`],
  ],
  ['a quote in quotes that is never closed', `say,"a ""b\npads,${pads}`, [`pads > ${pads}`]],
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
    [`123 > ${pads}`, '3 no-address'],
  ],
  // DhananjayThomble/URL-Shortener-App 414
  [
    'YOURLS',
    `keyword,url,title,timestamp,ip,clicks\npads,${pads},Pads,2024-01-01 10:00:00,192.0.2.1,7\nmap,https://m.example/@1,2,Map,2024,192.0.2.1,0`,
    [`pads > ${pads}`, '3 no-address'],
  ],
  [
    'a note with a comma that nobody quoted',
    `keyword,url,title\npads,${pads},Pads,ours\ncalls,${pads},"Calls, ours"`,
    [`calls > ${pads}`, '2 no-address'],
  ],
  // govtechmy/go-gov-my 321
  ['Dub', `id,domain,key,url,archived\nf04,p.example,pads,${pads},false`, [`pads > ${pads}`]],
  // shlinkio/shlink 834
  ['Bitly', `https://bit.example/%C3%A9lan,${pads}`, [`élan > ${pads}`]],
  // vaughany/yourls-bulk-import-and-shorten 2
  ['the address first', `${pads},pads\nhttps://a.example/,`, [`pads > ${pads}`]],
])('%s', (_what, text, expected) => {
  expect(told(read(text))).toEqual(expected);
});
