import type { Languages } from './languages.ts';
import { languages, nearestLocale, regionalTag } from './languages.ts';
import type { Translate } from './translator.ts';
import { translator } from './translator.ts';

/** A translator for the language nearest to a BCP 47 or POSIX tag. */
export async function loadTranslate(tag: string): Promise<Translate> {
  return loadFrom(languages, nearestLocale(tag), regionalTag(tag));
}

export async function loadFrom<Table extends Languages>(
  table: Table,
  locale: keyof Table & string,
  tag: string,
): Promise<Translate> {
  const language = table[locale] ?? table.en;
  return translator(tag, await language.load(), language);
}
