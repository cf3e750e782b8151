/** Per-site files of an Upptime repository, the only place that says when it measured. */
import { leftMs } from '../../../shared/time/elapsed.ts';
import type { FeedComponent, FeedReading } from '../../../shared/feeds/reading.ts';
import { historyPath, withHistory } from '../../../shared/feeds/upptime.ts';
import { concernOf } from '../../../shared/status/feed-index.ts';

/** Cached files by path: the text, the verdict it was fetched for (`of`), and when to fetch it again. */
export type Histories = Map<
  string,
  Readonly<{ text: string | undefined; of: string; dueUtcMs: number }>
>;

/** How long a file is cached, in ms: Upptime writes it once a day, or when the state changes. */
const keptMs = 3_600_000;
/** Delay until a file that failed is fetched again, in ms. */
const retryMs = 5 * 60_000;
/** Files fetched per poll, to spare somebody else's server; the others follow with the next polls. */
const askedAtMost = 50;
/** After this many failures, a poll fetches no more. */
const failuresAtMost = 3;

/**
 * `wanted` names the components that services use; others are left unchanged. `ask` returns the text at a path, or
 * undefined on failure, and rejects only to give up the poll.
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
    // After a failure the old text is still valid: it contains its own date.
    kept.set(path, { text: text ?? known?.text, of: site.verdict, dueUtcMs });
  }
  const components = reading.components.map((site) =>
    sites.has(site) ? withHistory(site, kept.get(paths.get(site) ?? '')?.text, nowUtcMs()) : site,
  );
  return { ...reading, components };
}
