import { useEffect, useState } from 'react';

type Source<T> = Readonly<{
  /** Loads the whole state. */
  load: () => Promise<T>;
  /** Subscribes to changes. Returns the functions that unsubscribe. */
  listen: (
    set: (next: T) => void,
    /** Does nothing until the state is loaded. */
    update: (change: (now: T) => T) => void,
  ) => readonly (() => void)[];
}>;

/**
 * Makes the hook for state of main that is too large, or changes too often, for the snapshot. It is loaded when a
 * component mounts and updated until it unmounts; undefined while loading.
 */
export function liveState<T extends object>({ load, listen }: Source<T>) {
  return function useLiveState(): T | 'failed' | undefined {
    const [state, setState] = useState<T | 'failed'>();
    useEffect(() => {
      let isSettled = false;
      const ends = listen(
        (next) => {
          isSettled = true;
          setState(next);
        },
        (change) => setState((now) => (typeof now === 'object' ? change(now) : now)),
      );
      const settle = (first: T | 'failed') => {
        // An event may arrive before the result of the call.
        if (!isSettled) setState(first);
      };
      load()
        .then(settle)
        .catch(() => settle('failed'));
      return () => {
        isSettled = true;
        for (const end of ends) end();
      };
    }, []);
    return state;
  };
}
