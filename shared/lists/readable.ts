/** What the app keeps for itself, read again from its file: one odd entry costs itself, and no other. Pure. */
import * as v from 'valibot';
import { lenientArray } from './lenient-array.ts';

/** Those entries of a list that can be read. What is no list at all is refused. */
export function readableArray<T>(entry: v.GenericSchema<unknown, T>) {
  return v.pipe(
    lenientArray(entry),
    v.transform(({ items }) => [...items]),
  );
}

/** The same of a record, by its keys. */
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
