import { useEffect, useState } from 'react';

type Source<T> = Readonly<{
  /** Gets the whole state. */
  load: () => Promise<T>;
  /** Subscribes to what changes it. Returns the functions that end the subscriptions. */
  listen: (
    set: (next: T) => void,
    /** Does nothing while the state is not known. */
    update: (change: (now: T) => T) => void,
  ) => readonly (() => void)[];
}>;

/**
 * Makes the hook for a slice of main's state that is too large or too lively for the snapshot: loaded when a component
 * mounts, and kept up to date until it unmounts. Undefined until it is loaded.
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
        // An event may overtake the result of the call.
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
