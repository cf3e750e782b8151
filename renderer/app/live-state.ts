import { useEffect, useState } from 'react';

/**
 * Makes the hook for a state of its own that main tells of: asked for once, then heard, while a component is there.
 * Undefined until it is known.
 */
export function liveState<T>(
  ask: () => Promise<T>,
  /** Returns the function that ends the subscription. */
  listen: (hear: (next: T) => void) => () => void,
): () => T | 'failed' | undefined {
  return function useLiveState() {
    const [state, setState] = useState<T | 'failed'>();
    useEffect(() => {
      let heard = false;
      const end = listen((next) => {
        heard = true;
        setState(() => next);
      });
      const take = (first: T | 'failed') => {
        // An event may overtake the answer.
        if (!heard) setState(() => first);
      };
      ask()
        .then(take)
        .catch(() => take('failed'));
      return () => {
        heard = true;
        end();
      };
    }, []);
    return state;
  };
}
