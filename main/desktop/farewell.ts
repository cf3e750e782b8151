export type Farewell = () => Promise<void> | undefined;

/** Shutdown work, started by the first call; undefined on later calls, when nothing is left to do. */
export function createFarewell(tasks: readonly Farewell[]): Farewell {
  let hasBegun = false;
  return () => {
    if (hasBegun) return undefined;
    hasBegun = true;
    return Promise.all(tasks.flatMap((task) => task() ?? [])).then(() => undefined);
  };
}
