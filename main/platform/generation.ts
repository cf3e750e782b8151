import { setMaxListeners } from 'node:events';

/** Work that belongs together and is dropped together: a new generation aborts all that the last one has begun. */
export type Generation = Readonly<{
  /** Of the current generation. */
  signal: () => AbortSignal;
  /** Aborts the current generation for this reason, and begins the next. */
  renew: (reason: string) => void;
}>;

export function createGeneration(): Generation {
  let controller = newController();
  return {
    signal: () => controller.signal,
    renew: (reason) => {
      controller.abort(new Error(reason));
      controller = newController();
    },
  };
}

/** Dozens of requests listen for the end of one generation: Node would take that for a leak. */
function newController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
