/** Work that is done one after the other, until it is called off. */
export type InTurn = Readonly<{
  /** Begins once all that was added before is over. What fails has to say so itself: here it only makes way. */
  add: (work: (signal: AbortSignal) => Promise<void>) => void;
  /** Resolves when all that was added is over. Never rejects. */
  over: () => Promise<void>;
  /** Nothing that was added so far begins any more, and what is under way hears it from its signal. */
  callOff: () => void;
}>;

export function createInTurn(): InTurn {
  let era = new AbortController();
  let last: Promise<void> = Promise.resolve();
  return {
    add: (work) => {
      const { signal } = era;
      last = last.then(() => (signal.aborted ? undefined : work(signal))).catch(() => undefined);
    },
    over: () => last,
    callOff: () => {
      era.abort(new Error('suspended'));
      era = new AbortController();
    },
  };
}
