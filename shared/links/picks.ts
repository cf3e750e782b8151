/** What a member picked before, so that it comes first the next time. It stays on this computer. Pure. */
import * as v from 'valibot';
import { fold } from '../text/fold.ts';
import { dayMs } from '../time/calendar.ts';
import { UtcMs } from '../time/utc-ms.ts';

export const PickSchema = v.object({
  /** Of what was picked: `link:calls`. */
  id: v.pipe(v.string(), v.maxLength(200)),
  /** The last uses, newest first. */
  usesUtcMs: v.pipe(v.array(UtcMs), v.maxLength(10)),
  /** What was typed when it was picked, folded. */
  typed: v.pipe(
    v.array(v.object({ text: v.pipe(v.string(), v.maxLength(100)), atUtcMs: UtcMs })),
    v.maxLength(10),
  ),
});
export type Pick = Readonly<v.InferOutput<typeof PickSchema>>;

const halfLifeMs = 28 * dayMs;
/** What was typed is forgotten when it has not been used for this long; as Firefox does. */
const typedMs = 90 * dayMs;
export const pickLimit = 200;

/** How often and how lately it was picked: a use counts half after 28 days. */
export function scoreOf(pick: Pick, nowUtcMs: number): number {
  return pick.usesUtcMs.reduce(
    (sum, atUtcMs) => sum + 0.5 ** (Math.max(0, nowUtcMs - atUtcMs) / halfLifeMs),
    0,
  );
}

/** Whether it was picked when this, or more of the same, was typed. */
export function wasTyped(pick: Pick, folded: string, nowUtcMs: number): boolean {
  if (folded === '') return false;
  return pick.typed.some(
    ({ text, atUtcMs }) => text.startsWith(folded) && nowUtcMs - atUtcMs <= typedMs,
  );
}

/** With one more pick; without the oldest, if there are too many. */
export function withPick(
  picks: readonly Pick[],
  { id, typed }: Readonly<{ id: string; typed: string }>,
  nowUtcMs: number,
): readonly Pick[] {
  const before = picks.find((one) => one.id === id);
  const text = fold(typed).slice(0, 100);
  const others = (before?.typed ?? []).filter(
    (one) => one.text !== text && nowUtcMs - one.atUtcMs <= typedMs,
  );
  const now: Pick = {
    id,
    usesUtcMs: [nowUtcMs, ...(before?.usesUtcMs ?? [])].slice(0, 10),
    typed: (text === '' ? others : [{ text, atUtcMs: nowUtcMs }, ...others]).slice(0, 10),
  };
  return [now, ...picks.filter((one) => one !== before)].slice(0, pickLimit);
}
