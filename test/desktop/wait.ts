/** Waits for outside state that sends no event; fails with a message instead of sleeping for a fixed time. */

import { patience } from '../patience.ts';

const everyMs = 50;

/** Polls until the answer is defined. Throws after `limitMs`, scaled by `patience()`, naming what was awaited. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  limitMs = 15_000,
): Promise<T> {
  const waitMs = limitMs * patience();
  const endMs = performance.now() + waitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > endMs) throw new Error(`waited ${waitMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
