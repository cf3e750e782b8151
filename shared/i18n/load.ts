import type { Languages } from './languages.ts';
import { languages, nearestLocale, regionalTag } from './languages.ts';
import type { Translate } from './translator.ts';
import { translator } from './translator.ts';

/** The sentences of the language nearest to a tag of BCP 47 or POSIX. */
export async function loadTranslate(tag: string): Promise<Translate> {
  return loadFrom(languages, nearestLocale(tag), regionalTag(tag));
}

export async function loadFrom<Table extends Languages>(
  table: Table,
  locale: keyof Table & string,
  tag: string,
): Promise<Translate> {
  const { load, typography } = table[locale] ?? table.en;
  return translator(tag, await load(), typography);
}
