/** The languages of the app. Adding one takes a line in this table, and its catalogue. Pure. */
import type { Catalogue } from './translator.ts';
import type { Typography } from './typography.ts';
import { frenchTypography, plainTypography } from './typography.ts';

export type Language = Readonly<{
  /** Loaded on demand: a second catalogue would only take memory. */
  load: () => Promise<Catalogue>;
  typography: Typography;
  direction: 'ltr' | 'rtl';
}>;

/** By ISO 639 code. English is the fallback. */
export type Languages = Readonly<{ en: Language } & Record<string, Language>>;

export const languages = {
  en: {
    load: async () => (await import('./en.ts')).en,
    typography: plainTypography,
    direction: 'ltr',
  },
  fr: {
    load: async () => (await import('./fr.ts')).fr,
    typography: frenchTypography,
    direction: 'ltr',
  },
} satisfies Languages;

/** A language that has a catalogue. */
export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

/** The catalogue for a tag of BCP 47 (`fr-CA`) or POSIX (`fr_CA.UTF-8`). */
export function nearestLocale(tag: string): Locale {
  const language = localeOf(tag)?.language;
  return locales.find((one) => one === language) ?? 'en';
}

/**
 * The tag for formatting dates and numbers: in the language of `wanted`, with the first region that a tag in that
 * language names. `fr` alone would mean France, also for a member in Québec.
 */
export function regionalTag(wanted: string, others: readonly string[] = []): string {
  const locale = nearestLocale(wanted);
  const region = [...others, wanted]
    .map(localeOf)
    .find((one) => one?.language === locale && one.region !== undefined)?.region;
  return region === undefined ? locale : `${locale}-${region}`;
}

/** Undefined if it is not a language, such as `C`. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.replace(/[.@].*$/, '').replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}
