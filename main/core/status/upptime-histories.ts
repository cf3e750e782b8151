/** The files of single sites in an Upptime repository: the only place where it says when it measured. */
import { leftMs } from '../../../shared/time/elapsed.ts';
import type { FeedComponent, FeedReading } from '../../../shared/feeds/reading.ts';
import { historyPath, withHistory } from '../../../shared/feeds/upptime.ts';
import { concernOf } from '../../../shared/status/feed-index.ts';

/** What is kept of one file, by its path: what it said, of which state, and when it is asked for again. */
export type Histories = Map<
  string,
  Readonly<{ text: string | undefined; of: string; dueUtcMs: number }>
>;

/** They are written once a day, or when the state changes; in ms. */
const keptMs = 3_600_000;
/** When one that could not be had is asked for again, in ms. */
const retryMs = 5 * 60_000;
/** Files asked for in one look: each is a request to somebody else's server. The others come with the next ones. */
const askedAtMost = 50;
/** After so many that could not be had, a look asks for no more. */
const failuresAtMost = 3;

/**
 * `wanted` names the components that services hang on; those of nobody are left as they are. `ask` gives the text at a
 * path, undefined when it cannot be had now, and rejects only when the look is given up.
 */
export async function withHistories(
  reading: FeedReading,
  wanted: readonly string[],
  kept: Histories,
  ask: (path: string) => Promise<string | undefined>,
  nowUtcMs: () => number,
): Promise<FeedReading> {
  const sites = new Set(wanted.flatMap((name) => concernOf(reading, name).components));
  const paths = new Map<FeedComponent, string | undefined>(
    [...sites].map((site) => [site, historyPath(site)]),
  );
  let left = askedAtMost;
  let failures = 0;
  for (const [site, path] of paths) {
    if (!path || left === 0 || failures === failuresAtMost) continue;
    const known = kept.get(path);
    if (known?.of === site.verdict && leftMs(known.dueUtcMs, nowUtcMs(), keptMs) > 0) continue;
    left -= 1;
    const text = await ask(path);
    if (text === undefined) failures += 1;
    const dueUtcMs = nowUtcMs() + (text === undefined ? retryMs : keptMs);
    // A file that cannot be had now was true when it could: it says itself of when it is.
    kept.set(path, { text: text ?? known?.text, of: site.verdict, dueUtcMs });
  }
  const components = reading.components.map((site) =>
    sites.has(site) ? withHistory(site, kept.get(paths.get(site) ?? '')?.text, nowUtcMs()) : site,
  );
  return { ...reading, components };
}
