/** A feature that is read at its first use: an idle app carries none of it. */
export type Lazy<T> = Readonly<{
  /** Makes it, unless it is there; what failed is made anew the next time. */
  get: () => Promise<T>;
  /** Undefined until it is there. */
  now: () => T | undefined;
  /** Ends it, now or as soon as it is there. */
  dispose: () => void;
}>;

export type LazyParts<T> = Readonly<{
  make: () => Promise<T>;
  /** Tells it what has become known before it was there. */
  begin: (made: T) => void;
  end: (made: T) => void;
}>;

export function lazily<T>({ make, begin, end }: LazyParts<T>): Lazy<T> {
  let making: Promise<T> | undefined;
  let made: T | undefined;
  let over = false;
  return {
    get: () => {
      making ??= make().then(
        (it) => {
          if (over) end(it);
          else begin(it);
          return (made = it);
        },
        (error: unknown) => {
          making = undefined;
          throw error;
        },
      );
      return making;
    },
    now: () => made,
    dispose: () => {
      over = true;
      if (made) end(made);
    },
  };
}
