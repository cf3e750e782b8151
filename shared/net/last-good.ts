/** What is known of something that is read again and again: the last good copy, and why there is no newer one. Pure. */
import { defined } from '../defined.ts';

/** When it was read, and its version by the server. */
export type Dated = Readonly<{ atUtcMs: number; etag?: string | undefined }>;

export type LastGood<Copy, Problem> = Readonly<{
  copy?: Copy & Dated;
  /** Why the last attempt failed, and since when all have. */
  problem?: Problem & Readonly<{ sinceUtcMs: number }>;
  /** Failed attempts in a row. */
  failures: number;
}>;

/** What an attempt told; `unchanged`: the copy is as new as what is on the server. */
export type Reread<Copy, Problem> =
  | Readonly<{ ok: true; unchanged: true }>
  | Readonly<{ ok: true; unchanged?: never; copy: Copy; etag?: string | undefined }>
  | Readonly<{ ok: false; problem: Problem }>;

export const neverRead = { failures: 0 } as const;

/** The last good copy stays, whatever comes after it. */
export function withReread<Copy, Problem>(
  before: LastGood<Copy, Problem>,
  reread: Reread<Copy, Problem>,
  nowUtcMs: number,
): LastGood<Copy, Problem> {
  const { copy, problem, failures } = before;
  if (!reread.ok) {
    const { sinceUtcMs = nowUtcMs } = problem ?? {};
    return {
      ...before,
      problem: { ...reread.problem, sinceUtcMs },
      failures: failures + 1,
    };
  }
  if (!reread.unchanged) {
    const { etag } = reread;
    return { copy: { ...reread.copy, atUtcMs: nowUtcMs, ...defined({ etag }) }, failures: 0 };
  }
  return { ...(copy && { copy: { ...copy, atUtcMs: nowUtcMs } }), failures: 0 };
}

/** Time until the first reading after a start, in ms. A copy from the future has a wrong time. */
export function firstReadMs(
  { copy, problem }: LastGood<unknown, unknown>,
  intervalMs: number,
  nowUtcMs: number,
): number {
  const ageMs = nowUtcMs - (copy?.atUtcMs ?? 0);
  return problem || ageMs < 0 ? 0 : Math.max(0, intervalMs - ageMs);
}
