/** The table of results: what is not known is empty, keys are masked, and no cell is a formula. */
import { expect, test } from 'vitest';
import { linkReport } from '../../../shared/wording/link-report.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';
import { maskedAddress } from '../../../shared/net/masked.ts';
import { createTranslate } from '../../translate.ts';

const atUtcMs = Date.UTC(2026, 10, 30, 20, 44);
const link = (keyword: string, address: string) => ({
  keyword,
  shown: maskedAddress(address).text,
});
const links = [
  link('calls', 'https://calls.example/?pwd=SECRET'),
  link('=HYPERLINK("x")', 'https://a.example/,"b"'),
  link('pads', 'https://pads.example/'),
];
const table = (locale: Locale) =>
  [
    ...linkReport(createTranslate(locale), links, [
      { keyword: 'calls', verdict: 'works', atUtcMs },
      { keyword: '=HYPERLINK("x")', verdict: 'dead', why: 'gone', status: 410, atUtcMs },
    ]),
  ].join('');

test('in English', () => {
  expect(table('en')).toBe(
    [
      'keyword,address,verdict,result,status,checked',
      'calls,calls.example/?pwd=…,works,Works,,2026-11-30T20:44:00.000Z',
      `"'=HYPERLINK(""x"")","a.example/,""b""",dead,Dead. The server says the page was removed (410).,410,2026-11-30T20:44:00.000Z`,
      'pads,pads.example,,,,',
      '',
    ].join('\r\n'),
  );
});

test('in French, the words differ, and nothing that a program reads', () => {
  expect(table('fr')).toContain(',dead,');
  expect(table('fr')).toContain('Lien mort. Selon le serveur, la page a été retirée (410).');
});
