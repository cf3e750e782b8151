/** A feature that is read at its first use: an idle app carries none of it. */
export type Lazy<T> = Readonly<{
  /** Makes it, unless it is there; what failed is made anew the next time. */
  get: () => Promise<T>;
  /** Undefined until it is there. */
  now: () => T | undefined;
}>;

export function lazily<T>(make: () => Promise<T>): Lazy<T> {
  let making: Promise<T> | undefined;
  let made: T | undefined;
  return {
    get: () => {
      making ??= make().then(
        (it) => (made = it),
        (error: unknown) => {
          making = undefined;
          throw error;
        },
      );
      return making;
    },
    now: () => made,
  };
}
