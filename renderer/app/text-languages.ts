import { createContext, use, useMemo } from 'react';
import type { CoopView } from '../../shared/coop/view.ts';

/** Tags of the document's texts that are in another language than the app's sentences. */
export const TextLanguages = createContext<ReadonlyMap<string, string>>(new Map());

export function useTextLanguages({ otherLanguages = [] }: CoopView): ReadonlyMap<string, string> {
  // Each snapshot has a new list.
  const json = JSON.stringify(otherLanguages);
  // oxlint-disable-next-line react/exhaustive-deps -- compared by content
  return useMemo(() => new Map(otherLanguages), [json]);
}

/** The tag for `lang`; undefined where the text is in the app's language, or in one that nobody has named. */
export function useLanguageOf(text: string | undefined): string | undefined {
  const tags = use(TextLanguages);
  return text === undefined ? undefined : tags.get(text);
}
