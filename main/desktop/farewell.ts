export type Farewell = () => Promise<void> | undefined;

/** What must be done before the app ends, begun at the first call; undefined at the next, when there is no more to do. */
export function createFarewell(partings: readonly Farewell[]): Farewell {
  let hasBegun = false;
  return () => {
    if (hasBegun) return undefined;
    hasBegun = true;
    return Promise.all(partings.flatMap((part) => part() ?? [])).then(() => undefined);
  };
}
