/** Waiting for something outside that announces itself by no event; fails loudly, never sleeps for luck. */

import { patience } from '../patience.ts';

const everyMs = 50;

/** Asks until the answer is not undefined. Throws after `limitMs` of ordinary patience, naming what was waited for. */
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
