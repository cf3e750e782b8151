/** The language of the window, from its address. */
import { afterEach, expect, test, vi } from 'vitest';
import { loadWords } from '../../../renderer/app/words.ts';

afterEach(() => vi.unstubAllGlobals());

async function wordsAt(search: string) {
  const documentElement: Readonly<Record<string, string>> = {};
  vi.stubGlobal('location', { search });
  vi.stubGlobal('document', { documentElement });
  const { t, languageTag } = await loadWords();
  return { ...documentElement, languageTag, details: t('status.details') };
}

test.each([
  ['?lang=fr-CA', { lang: 'fr', dir: 'ltr', languageTag: 'fr-CA', details: 'Détails' }],
  ['?lang=en-CA', { lang: 'en', dir: 'ltr', languageTag: 'en-CA', details: 'Details' }],
  ['', { lang: 'en', dir: 'ltr', languageTag: 'en', details: 'Details' }],
])('the page at %j speaks to the browser and the member in its language', async (search, words) => {
  expect(await wordsAt(search)).toEqual(words);
});
