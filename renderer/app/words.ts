import { createContext, use } from 'react';
import { languages, nearestLocale } from '../../shared/i18n/languages.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { createTimes } from '../../shared/i18n/times.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';

export type Words = Readonly<{
  t: Translate;
  times: Times;
  /** BCP 47, for Intl. */
  languageTag: string;
}>;

/** Takes the language from the page's URL, where main puts it. Sets `lang` and `dir` of the document. */
export async function loadWords(): Promise<Words> {
  const languageTag = new URLSearchParams(location.search).get('lang') ?? 'en';
  const locale = nearestLocale(languageTag);
  document.documentElement.lang = locale;
  document.documentElement.dir = languages[locale].direction;
  return { t: await loadTranslate(languageTag), times: createTimes(languageTag), languageTag };
}

export const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('The page was rendered without a language.');
  return words;
}
