import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { en } from '../../../shared/i18n/en.ts';
import type { Languages } from '../../../shared/i18n/languages.ts';
import { languages, locales, nearestLocale, regionalTag } from '../../../shared/i18n/languages.ts';
import { loadFrom, loadTranslate } from '../../../shared/i18n/load.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import type { Catalogue } from '../../../shared/i18n/translator.ts';
import { plainTypography } from '../../../shared/i18n/typography.ts';

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['fr_CA.UTF-8', 'fr'],
  ['fr_BE@euro', 'fr'],
  ['FR', 'fr'],
  // Not French: North Frisian, and Friulian.
  ['frr', 'en'],
  ['fur-IT', 'en'],
  ['de-AT', 'en'],
  ['C', 'en'],
  ['', 'en'],
])('the catalogue for %j is %s', (tag, locale) => {
  expect(nearestLocale(tag)).toBe(locale);
});

test.each<[string, string[], string]>([
  ['fr', ['fr-CA'], 'fr-CA'],
  ['fr-CA', [], 'fr-CA'],
  ['fr_CA.UTF-8', [], 'fr-CA'],
  // No region is named for French, and that of the English is not its own.
  ['fr', ['en-CA', 'fr'], 'fr-CA'],
  ['fr', ['en-CA', 'fr-BE'], 'fr-BE'],
  // Chromium knows only two variants of English, so the system's language comes first.
  ['en-US', ['en-CA'], 'en-CA'],
  ['en-US', ['en-US-u-va-posix'], 'en-US'],
  ['en', ['C', ''], 'en'],
  ['de-AT', ['de-AT'], 'en'],
])('dates and numbers for %s on a machine of %j are those of %s', (wanted, others, tag) => {
  expect(regionalTag(wanted, others)).toBe(tag);
});

test.each([
  ['fr-FR', '14:05', '1\u202f234,5 ko'],
  ['fr-CA', '14\u202fh\u202f05', '1\u00a0234,5 ko'],
  ['en-CA', '14:05', '1,234.5 kB'],
])('in %s, a time is %s and a number %s', async (tag, time, size) => {
  const at = Date.UTC(2026, 10, 24, 14, 5);
  const spaces = (text: string) =>
    text.replaceAll(/(?<=\d)[\u00a0\u202f ](?=h)|(?<=h)[\u00a0\u202f ]/g, '\u202f');
  expect(spaces(createTimes(tag, 'UTC').clock(at, at))).toBe(time);
  const t = await loadTranslate(tag);
  expect(t('feedback.preview.kilobytes', { size: 1234.5 })).toBe(size);
});

test('the app loads no catalogue but that of its language', () => {
  const root = new URL('../../../', import.meta.url);
  const importing = globSync('{main,renderer,shared}/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    /^import \{[^}]*\} from '[^']*\/(en|fr)\.ts'/m.test(readFileSync(new URL(file, root), 'utf8')),
  );
  expect(importing).toEqual([]);
});

describe('a third language', () => {
  const catalogue: Catalogue = { ...en, 'status.details': 'פרטים' };
  const table = {
    ...languages,
    he: {
      load: async () => catalogue,
      typography: plainTypography,
      direction: 'rtl',
      formats: 'he',
    },
  } satisfies Languages;

  test('is a line in the table, and its catalogue', async () => {
    const t = await loadFrom(table, 'he', 'he-IL');
    expect(t('status.details')).toBe('פרטים');
  });

  test('does not compile with a sentence missing', () => {
    const { 'status.details': _, ...missing } = en;
    // @ts-expect-error -- the catalogue lacks a sentence
    const lacking: Catalogue = missing;
    expect(Object.keys(lacking)).toHaveLength(Object.keys(en).length - 1);
  });
});

test('the package holds Chromium’s own words in the app’s languages, and in no other', () => {
  const file = new URL('../../../electron-builder.yml', import.meta.url);
  const { electronLanguages } = parse(readFileSync(file, 'utf8')) as {
    electronLanguages: string[];
  };
  // Outside macOS, English has only packs with a region.
  expect(new Set(electronLanguages.filter((tag) => tag !== 'en-US'))).toEqual(new Set(locales));
  expect(electronLanguages).toContain('en-US');
});
