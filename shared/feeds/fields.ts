/** Reading of JSON that nobody has promised anything about: what is of the wrong type is as if it were not there. */
import { FeedError, feedFault, feedLimits } from './reading.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at `key`, or an empty one. */
export function fieldsAt(fields: Fields, key: string): Fields {
  const value = at(fields, key);
  return isFields(value) ? value : {};
}

/** An own value: `__proto__` and its like are keys as any other. */
export function at(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The object of the whole answer. Throws FeedError `wrong-shape`. */
export function asFields(json: unknown, path: string): Fields {
  if (!isFields(json)) throw wrongShape(path, 'an object');
  return json;
}

/** A list that the format cannot do without. Throws FeedError `wrong-shape` or `too-many`. */
export function asList(value: unknown, path: string): readonly unknown[] {
  if (!Array.isArray(value)) throw wrongShape(path, 'an array');
  return within(value, feedLimits.entries, path);
}

/** The objects of a list that may be missing; what is no object is left out. Throws FeedError `too-many`. */
export function objectsAt(fields: Fields, key: string, path: string): readonly Fields[] {
  const value = at(fields, key);
  return Array.isArray(value)
    ? within(value, feedLimits.entries, `${path}.${key}`).filter(isFields)
    : [];
}

/** Throws FeedError `too-many` when the list is longer. */
export function within<T>(list: readonly T[], limit: number, path: string): readonly T[] {
  if (list.length <= limit) return list;
  throw new FeedError(feedFault('too-many', { path, count: list.length, limit }));
}

export function wrongShape(path: string, expected: string): FeedError {
  return new FeedError(feedFault('wrong-shape', { path, expected }));
}

/** Words of ASCII with one blank between. */
const usual = /^[!-~]+(?: [!-~]+)*$/;

/** Text of one line, without what could turn the line around on screen, cut to `max` characters; never empty. */
export function textOf(value: unknown, max: number): string | undefined {
  const raw = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof raw !== 'string') return undefined;
  // Nearly every text: a page has thousands, and to look for what could turn them around takes long.
  if (raw.length <= max && usual.test(raw)) return raw;
  // A little more than is needed, so that a text of a megabyte costs no more than a short one.
  const clean = raw
    .slice(0, max * 4)
    .replaceAll(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .trim();
  if (clean.length <= max) return clean || undefined;
  // Half of a pair is no character.
  return `${clean.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

export function textAt(fields: Fields, key: string, max: number): string | undefined {
  return textOf(at(fields, key), max);
}

/** An identifier, which may be a number. */
export function keyAt(fields: Fields, key: string): string | undefined {
  return textAt(fields, key, feedLimits.key);
}

/** The keys that a list names, each once. */
export function keysOf(values: readonly unknown[]): string[] {
  const keys = values.slice(0, feedLimits.entries).map((one) => textOf(one, feedLimits.key));
  const known = new Set(keys.filter((one) => one !== undefined));
  return [...known].slice(0, feedLimits.affects);
}

/** What a closed list of words means; a word that is not in it is `unknown`. */
export function meaning<T>(words: Readonly<Record<string, T>>, word: unknown): T | 'unknown' {
  if (typeof word !== 'string' && typeof word !== 'number') return 'unknown';
  return Object.hasOwn(words, word) ? (words[word] ?? 'unknown') : 'unknown';
}

/** Leaves out what is not given, as exact optional properties want it. */
export function given<K extends string, T>(
  key: K,
  value: T | undefined,
): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}
