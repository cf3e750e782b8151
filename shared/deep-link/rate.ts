/** How many links may open the window: a page that opens one after another must not take the desktop over. Pure. */

/** The first of a burst counts, such as a double click. In ms. */
const apartMs = 1000;
const windowMs = 60_000;
const perWindow = 6;

/** When the latest links were let through, in monotonic ms; undefined if this one is not. */
export function admit(before: readonly number[], nowMs: number): readonly number[] | undefined {
  const recent = before.filter((atMs) => nowMs - atMs < windowMs);
  const last = recent.at(-1) ?? Number.NEGATIVE_INFINITY;
  if (recent.length >= perWindow || nowMs - last < apartMs) return undefined;
  return [...recent, nowMs];
}
