/**
 * The texts for people in a document: in one language, or in several by language tag. A member sees each in the
 * language that suits them best; it is chosen while the document is parsed, so everything else has plain strings. Pure.
 */
import * as v from 'valibot';
import { bcp47, nearestLocale } from '../i18n/languages.ts';
import { Text } from './parts.ts';
import { parseEntry } from './problem.ts';
import { says, shape } from './remedy.ts';

/** Enough for the languages of any co-op, and a bound for the time that a document takes. */
const languagesLimit = 40;

/** A tag such as `en`, `fr-CA` or `zh-Hant-HK` (BCP 47). */
export const LanguageTag = v.pipe(
  v.string(),
  v.maxLength(35),
  shape(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'language-tag'),
);

/** Texts in another language than the app's sentences, each with its tag. */
export const OtherLanguagesSchema = v.pipe(
  v.array(v.pipe(v.tuple([v.string(), v.string()]), v.readonly())),
  v.readonly(),
);
export type OtherLanguages = v.InferOutput<typeof OtherLanguagesSchema>;

/** By tag; the key is empty for a text that names no language. */
export type Texts = ReadonlyMap<string, string>;

const unnamed = '';

/** A text, or an object of texts by language tag. `max`: characters of each. */
export const TextsOf = (max: number) =>
  v.union([
    v.pipe(
      Text(max),
      v.transform((text): Texts => new Map([[unnamed, text]])),
    ),
    v.pipe(
      v.record(LanguageTag, Text(max)),
      v.minEntries(1, says('empty')),
      v.maxEntries(languagesLimit, says('too-many', { limit: languagesLimit })),
      v.transform((texts): Texts => new Map(Object.entries(texts))),
    ),
  ]);

/** The same data with one language chosen. */
export type Chosen<T> = T extends Texts
  ? string
  : T extends readonly unknown[]
    ? { [At in keyof T]: Chosen<T[At]> }
    : T extends object
      ? { [Key in keyof T]: Chosen<T[Key]> }
      : T;

export type ReadEntry<S extends v.GenericSchema> =
  | Readonly<{ success: true; output: Chosen<v.InferOutput<S>> }>
  | Readonly<{
      success: false;
      issues: Extract<v.SafeParseResult<S>, { success: false }>['issues'];
    }>;

export type TextReader = Readonly<{
  /** Parses an entry of the document, with its texts in the member's language. */
  read: <S extends v.GenericSchema>(schema: S, raw: unknown) => ReadEntry<S>;
  choose: (texts: Texts) => string;
  /** Those chosen so far. */
  others: () => OtherLanguages;
}>;

/**
 * `language`: the member's, as a tag of BCP 47 or POSIX. `own`: the language of texts that name none, if the document
 * says it.
 */
export function createTextReader(language: string, own: string | undefined): TextReader {
  const page = nearestLocale(language);
  const wanted = [...wider(language), page, ...(own === undefined ? [] : wider(own))];
  const others = new Map<string, string>();
  /** A word may be the same in two languages; it is then in the app's. */
  const inPage = new Set<string>();

  const choose = (texts: Texts): string => {
    const [tag, text] = best(texts, wanted);
    const known = tag === unnamed ? own : tag;
    if (known === undefined) return text;
    if (primaryOf(known) === page) inPage.add(text);
    else others.set(text, known);
    return text;
  };
  /** Changed in place: a document may have thousands of services. */
  const chooseIn = (parsed: Record<string, unknown>): void => {
    for (const key of Object.keys(parsed)) {
      const value = parsed[key];
      if (value instanceof Map) parsed[key] = choose(value);
      else if (typeof value === 'object' && value !== null)
        chooseIn(value as Record<string, unknown>);
    }
  };

  return {
    read: <S extends v.GenericSchema>(schema: S, raw: unknown): ReadEntry<S> => {
      const parsed = parseEntry(schema, raw);
      if (!parsed.success) return { success: false, issues: parsed.issues };
      // The only maps in a parsed entry are those of its texts.
      const whole: { entry: unknown } = { entry: parsed.output };
      chooseIn(whole);
      return { success: true, output: whole.entry as Chosen<v.InferOutput<S>> };
    },
    choose,
    others: () => [...others].filter(([text]) => !inPage.has(text)),
  };
}

/** The text in the first wanted language that there is, of another region if need be; else the first of all. */
function best(texts: Texts, wanted: readonly string[]): readonly [tag: string, text: string] {
  const all = [...texts];
  for (const tag of wanted) {
    const found =
      all.find(([one]) => one.toLowerCase() === tag) ?? all.find(([one]) => primaryOf(one) === tag);
    if (found) return found;
  }
  return all[0] ?? [unnamed, ''];
}

/** `fr_CA.UTF-8` as `fr-ca` and `fr`. */
function wider(tag: string): readonly string[] {
  const parts = bcp47(tag).toLowerCase().split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
}

function primaryOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}
