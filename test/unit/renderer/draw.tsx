/** Renders a page without a window, at a time and in a zone that are not the machine's. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { ClockContext } from '../../../renderer/app/now.ts';
import type { Words } from '../../../renderer/app/words.ts';
import { WordsContext } from '../../../renderer/app/words.ts';
import { createTimes } from '../../../shared/i18n/times.ts';
import { createTranslate } from '../../translate.ts';
import type { Locale } from '../../../shared/i18n/languages.ts';

/** 09:00 on a Tuesday in Toronto; in Tokyo it is near midnight. */
export const now = Date.UTC(2026, 10, 24, 14);

export const wordsIn = (locale: Locale): Words => ({
  t: createTranslate(locale),
  times: createTimes(locale, 'America/Toronto'),
  languageTag: locale,
});

const clock = () => now;

export function draw(page: ReactNode, locale: Locale = 'en'): string {
  return renderToStaticMarkup(
    <ClockContext value={clock}>
      <WordsContext value={wordsIn(locale)}>{page}</WordsContext>
    </ClockContext>,
  );
}
