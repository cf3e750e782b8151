import { describe, expect, test } from 'vitest';
import { en } from '../../../shared/i18n/en.ts';
import type { MessageKey } from '../../../shared/i18n/en.ts';
import { fr } from '../../../shared/i18n/fr.ts';
import { languages } from '../../../shared/i18n/languages.ts';
import { frenchTypography } from '../../../shared/i18n/typography.ts';
import { createTranslate } from '../../translate.ts';

/** Not shown to readers as French: ICU syntax, URLs, code, times. */
const notProse = /\{\w+, \w+, ::[^}]*\}|https?:\/\/\S*|`[^`]*`|\d\d?:\d\d|--[\w-]+(=\S*)?/g;

const keys = Object.keys(fr) as MessageKey[];

describe('French', () => {
  test.each([
    ['Quoi ?', 'Quoi\u202f?'],
    ['Non ! Si ; non', 'Non\u202f! Si\u202f; non'],
    ['Ici : « là »', 'Ici\u00a0: «\u00a0là\u00a0»'],
    ['{share} % de 10 $', '{share}\u00a0% de 10\u00a0$'],
    // ICU syntax, whose spaces are never shown.
    ['{mos, number, ::.0}', '{mos, number, ::.0}'],
  ])('sets %j', (typed, set) => {
    expect(frenchTypography(typed)).toBe(set);
  });

  test.each(keys)('%s has a no-break space before each sign that takes one', (key) => {
    const prose = frenchTypography(fr[key]).replaceAll(notProse, '');
    expect(prose).not.toMatch(/[^\u202f;?!][;?!](?=\s|$|[»”)])/u);
    expect(prose).not.toMatch(/[^\u00a0]:(?=\s|$)/u);
    expect(prose).not.toMatch(/[^\u00a0][»%]|«[^\u00a0]/u);
    expect(prose).not.toMatch(/ [;:?!»%]|« /u);
  });

  test('leaves alone what is filled in', () => {
    const name = 'Who ?';
    expect(createTranslate('fr')('status.openService', { name })).toContain(name);
  });
});

test('English is left as it is written', () => {
  for (const pattern of Object.values(en)) expect(languages.en.typography(pattern)).toBe(pattern);
});
