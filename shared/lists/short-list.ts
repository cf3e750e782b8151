/** Lists from outside, of any length. Pure. */
import * as v from 'valibot';

/**
 * A list of at most `limit` entries. The length is checked first: entries of a longer list are not validated, so a
 * flood of entries or faults takes no time and is reported as one fault.
 */
export function shortList<TItem extends v.GenericSchema>(
  entry: TItem,
  limit: number,
  message?: string,
) {
  const list = v.pipe(v.array(entry), v.maxLength(limit, message));
  const isTooLong = (value: unknown): value is unknown[] =>
    Array.isArray(value) && value.length > limit;
  // `v.array` would look at every entry, of which there may be half a million.
  const length = v.pipe(v.custom<unknown[]>(isTooLong), v.maxLength(limit, message));
  const run: (typeof list)['~run'] = (dataset, config) =>
    isTooLong(dataset.value) ? length['~run'](dataset, config) : list['~run'](dataset, config);
  return { ...list, '~run': run };
}
