import { setMaxListeners } from 'node:events';

/** Work that is cancelled as a group: starting a new generation aborts everything begun under the previous one. */
export type Generation = Readonly<{
  /** Of the current generation. */
  signal: () => AbortSignal;
  /** Aborts the current generation with this reason, and starts the next. */
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

/** Dozens of requests listen to one signal, which Node would report as a leak. */
function newController(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
