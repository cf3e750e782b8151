import { createContext, use } from 'react';
import { languages, nearestLocale } from '../../shared/i18n/languages.ts';
import { loadTranslate } from '../../shared/i18n/load.ts';
import { createTimes } from '../../shared/i18n/times.ts';
import type { Times } from '../../shared/i18n/times.ts';
import type { Translate } from '../../shared/i18n/translator.ts';

export type Words = Readonly<{
  t: Translate;
  times: Times;
  /** What Intl formats by. */
  languageTag: string;
}>;

/** Main names the language in the page's address. Also tells the browser of it, for fonts, hyphens and direction. */
export async function loadWords(): Promise<Words> {
  const languageTag = new URLSearchParams(location.search).get('lang') ?? 'en';
  document.documentElement.lang = languageTag;
  document.documentElement.dir = languages[nearestLocale(languageTag)].direction;
  return { t: await loadTranslate(languageTag), times: createTimes(languageTag), languageTag };
}

export const WordsContext = createContext<Words | undefined>(undefined);

export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('The page was rendered without a language.');
  return words;
}
