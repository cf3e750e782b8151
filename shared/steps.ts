/** Work on what others have sent, which may be long: done in steps, for whoever must not be held up by it. Pure. */
export type Steps<T> = Generator<undefined, T, undefined>;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `breathe` lets others work in between. */
export async function inSteps<T>(steps: Steps<T>, breathe: () => Promise<unknown>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}
