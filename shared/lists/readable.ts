/** Loads lists from the app's own files: an invalid entry costs only itself. Pure. */
import * as v from 'valibot';
import { lenientArray } from './lenient-array.ts';

/** The valid entries of a list. Anything but a list is rejected. */
export function readableArray<T>(entry: v.GenericSchema<unknown, T>) {
  return v.pipe(
    lenientArray(entry),
    v.transform(({ items }) => [...items]),
  );
}

/** The same for a record, by its keys. */
export function readableRecord<T>(
  key: v.GenericSchema<unknown, string>,
  entry: v.GenericSchema<unknown, T>,
) {
  const Pairs = readableArray(v.tuple([key, entry]));
  return v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((all): Record<string, T> => {
      const pairs = v.parse(Pairs, Object.entries(all)) as readonly (readonly [string, T])[];
      return Object.fromEntries(pairs);
    }),
  );
}
