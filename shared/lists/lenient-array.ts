/** Lists that others have written: one odd entry costs itself, and no other. Pure. */
import * as v from 'valibot';

export type Lenient<T> = Readonly<{
  items: readonly T[];
  /** Entries that could not be read, and are not among the items. */
  dropped: number;
}>;

/** More entries are not looked at: a flood of odd ones would hold up the app. */
const lookedAt = 10_000;

/**
 * A list of `entry`; what is no such entry is left out and counted, and so is what stands behind the first ten
 * thousand. What is no list at all is refused.
 */
export function lenientArray<T>(
  entry: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, Lenient<T>> {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((all): Lenient<T> => {
      const items = all.slice(0, lookedAt).flatMap((one) => {
        const { success, output } = v.safeParse(entry, one, { abortEarly: true });
        return success ? [output] : [];
      });
      return { items, dropped: all.length - items.length };
    }),
  );
}
