/**
 * Data that count how often they are looked at, and refuse after so many times: so a program over them that nobody has
 * read, such as a path, ends in time and memory that are known before, whatever it does and whoever runs it. Pure.
 */

/** A longer text counts as so many more looks: to compare it takes longer. In characters. */
const textUnit = 1024;

export class LooksSpentError extends Error {}

export type Counted = Readonly<{
  /** The same data, to be read only. Throws LooksSpentError on the look after the last. */
  data: unknown;
  /** A value found in `data` as it is without the count. */
  plain: (found: unknown) => unknown;
}>;

export function counted(json: unknown, looks: number): Counted {
  const wrapped = new WeakMap<object, object>();
  const plains = new WeakMap<object, object>();
  let left = looks;
  const spend = (count: number) => {
    left -= count;
    if (left < 0) throw new LooksSpentError('too many looks');
  };
  const wrap = (value: unknown): unknown => {
    if (typeof value === 'string') spend(Math.floor(value.length / textUnit));
    if (typeof value !== 'object' || value === null) return value;
    const known = wrapped.get(value);
    if (known) return known;
    const made = new Proxy(value, handler);
    wrapped.set(value, made);
    plains.set(made, value);
    return made;
  };
  const handler: ProxyHandler<object> = {
    get: (target, key) => {
      spend(1);
      return wrap(Reflect.get(target, key));
    },
    ownKeys: (target) => {
      const keys = Reflect.ownKeys(target);
      spend(keys.length);
      return keys;
    },
  };
  return {
    data: wrap(json),
    plain: (found) =>
      typeof found === 'object' && found !== null ? (plains.get(found) ?? found) : found,
  };
}
