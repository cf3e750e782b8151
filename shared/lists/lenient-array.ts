/** Lists from outside: an invalid entry costs only itself. Pure. */
import * as v from 'valibot';

export type Lenient<T> = Readonly<{
  items: readonly T[];
  /** Number of entries that are not among the items. */
  dropped: number;
}>;

/** Entries beyond this are not validated: a flood of invalid ones would block the app. */
const validatedLimit = 10_000;

/**
 * A list of `entry`. Invalid entries, and those beyond `validatedLimit`, are dropped and counted. Anything but a list
 * is rejected.
 */
export function lenientArray<T>(
  entry: v.GenericSchema<unknown, T>,
): v.GenericSchema<unknown, Lenient<T>> {
  return v.pipe(
    // `v.array` would look at every entry.
    v.custom<unknown[]>(Array.isArray),
    v.transform((all): Lenient<T> => {
      const items = all.slice(0, validatedLimit).flatMap((one) => {
        const { success, output } = v.safeParse(entry, one, { abortEarly: true });
        return success ? [output] : [];
      });
      return { items, dropped: all.length - items.length };
    }),
  );
}
