/** Accessors for untrusted JSON: a value of the wrong type counts as missing. */
import { shortened } from '../text/shortened.ts';
import { FeedError, feedFault, feedLimits } from './reading.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsAt(fields: Fields, key: string): Fields {
  const value = at(fields, key);
  return isFields(value) ? value : {};
}

/** Own properties only, so that `__proto__` is a key like any other. */
export function at(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** Throws FeedError `wrong-shape`. */
export function asFields(json: unknown, path: string): Fields {
  if (!isFields(json)) throw wrongShape(path, 'an object');
  return json;
}

/** A required list. Throws FeedError `wrong-shape` or `too-many`. */
export function asList(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrongShape(path, 'an array');
  return within(value, feedLimits.entries, path);
}

/** The objects in an optional list, skipping other values. Throws FeedError `too-many`. */
export function objectsAt(fields: Fields, key: string, path: string): readonly Fields[] {
  const value = at(fields, key);
  return Array.isArray(value)
    ? within(value, feedLimits.entries, `${path}.${key}`).filter(isFields)
    : [];
}

/** Throws FeedError `too-many`. */
export function within<T>(list: readonly T[], limit: number, path: string): readonly T[] {
  if (list.length <= limit) return list;
  throw new FeedError(feedFault('too-many', { path, count: list.length, limit }));
}

export function wrongShape(path: string, expected: string): FeedError {
  return new FeedError(feedFault('wrong-shape', { path, expected }));
}

/** ASCII words separated by single spaces. */
const usual = /^[!-~]+(?: [!-~]+)*$/;

/** A single line of text without bidi control characters, at most `max` characters; never empty. */
export function textOf(value: unknown, max: number): string | undefined {
  const raw = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof raw !== 'string') return undefined;
  // Fast path for almost every text: a page has thousands, and the replacement below is slow.
  if (raw.length <= max && usual.test(raw)) return raw;
  // Cut before cleaning, so that a text of a megabyte costs no more than a short one.
  const clean = raw
    .slice(0, max * 4)
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .trim();
  return shortened(clean, max) || undefined;
}

export function textAt(fields: Fields, key: string, max: number): string | undefined {
  return textOf(at(fields, key), max);
}

/** An identifier, which may be a number. */
export function keyAt(fields: Fields, key: string): string | undefined {
  return textAt(fields, key, feedLimits.key);
}

/** The distinct keys in a list. */
export function keysOf(values: readonly unknown[]): string[] {
  const keys = values.slice(0, feedLimits.entries).map((one) => textOf(one, feedLimits.key));
  const unique = new Set(keys.filter((one) => one !== undefined));
  return [...unique].slice(0, feedLimits.affects);
}

/** Looks up a word; `unknown` if it is not in the table. */
export function meaning<T>(words: Readonly<Record<string, T>>, word: unknown): T | 'unknown' {
  if (typeof word !== 'string' && typeof word !== 'number') return 'unknown';
  return Object.hasOwn(words, word) ? (words[word] ?? 'unknown') : 'unknown';
}

/** An object without the key if the value is undefined, for `exactOptionalPropertyTypes`. */
export function given<K extends string, T>(
  key: K,
  value: T | undefined,
): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}
