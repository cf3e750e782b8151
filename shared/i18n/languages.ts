/** The languages of the app. Adding one takes a line in this table, and its catalogue. Pure. */
import { frenchElision } from './elision.ts';
import type { Catalogue, Spelling } from './translator.ts';
import { frenchTypography, plainTypography } from './typography.ts';

export type Language = Spelling &
  Readonly<{
    /** Loaded on demand: a second catalogue would only take memory. */
    load: () => Promise<Catalogue>;
    direction: 'ltr' | 'rtl';
    /** BCP 47: how dates and numbers are written where the machine names no region. */
    formats: string;
  }>;

/** By ISO 639 code. English is the fallback. */
export type Languages = Readonly<{ en: Language } & Record<string, Language>>;

export const languages = {
  en: {
    load: async () => (await import('./en.ts')).en,
    typography: plainTypography,
    direction: 'ltr',
    formats: 'en',
  },
  fr: {
    load: async () => (await import('./fr.ts')).fr,
    typography: frenchTypography,
    elision: frenchElision,
    direction: 'ltr',
    // `fr` alone would mean France: 20:44 rather than 20 h 44.
    formats: 'fr-CA',
  },
} satisfies Languages;

/** A language that has a catalogue. */
export type Locale = keyof typeof languages;

export const locales = Object.keys(languages) as Locale[];

/** The catalogue for a tag of BCP 47 (`fr-CA`) or POSIX (`fr_CA.UTF-8`). */
export function nearestLocale(tag: string): Locale {
  return locales.find((one) => one === localeOf(tag)?.language) ?? 'en';
}

/** Whether a tag names a language that has a catalogue. */
export function hasCatalogue(tag: string): boolean {
  return locales.some((one) => one === localeOf(tag)?.language);
}

/**
 * The tag for formatting dates and numbers: in the language of `wanted`, with the first region that a tag in that
 * language names.
 */
export function regionalTag(wanted: string, others: readonly string[] = []): string {
  const locale = nearestLocale(wanted);
  const region = [...others, wanted]
    .map(localeOf)
    .find((one) => one?.language === locale && one.region !== undefined)?.region;
  return region === undefined ? languages[locale].formats : `${locale}-${region}`;
}

/** A tag of BCP 47 or POSIX as one of BCP 47: `fr_CA.UTF-8` as `fr-CA`. */
export function bcp47(tag: string): string {
  return tag.replace(/[.@].*$/, '').replaceAll('_', '-');
}

/** Undefined if it is not a language, such as `C`. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(bcp47(tag));
  } catch {
    return undefined;
  }
}
