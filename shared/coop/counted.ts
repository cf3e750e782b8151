/**
 * Wraps JSON so that reads are counted and fail beyond a limit. This bounds the time and memory of a JSONPath from an
 * untrusted document. Pure.
 */

/** Each full 1024 characters of a text count as one more read, because comparing long texts takes longer. */
const textUnit = 1024;

export class ReadLimitError extends Error {}

export type Counted = Readonly<{
  /** The same data, read-only. Throws ReadLimitError beyond the limit. */
  data: unknown;
  /** Unwraps a value taken from `data`. */
  plain: (found: unknown) => unknown;
}>;

export function counted(json: unknown, limit: number): Counted {
  const wrapped = new WeakMap<object, object>();
  const plains = new WeakMap<object, object>();
  let left = limit;
  const spend = (count: number) => {
    left -= count;
    if (left < 0) throw new ReadLimitError('too many reads');
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
