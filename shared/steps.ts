/** Work on data from outside, which can take long: split into steps, for callers that must not block. Pure. */
export type Steps<T> = Generator<undefined, T, undefined>;

export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Awaits `breathe` between steps, so that other work can run. */
export async function inSteps<T>(steps: Steps<T>, breathe: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}
