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
const cacheMs = 3_600_000;
/** Delay until a file that failed is fetched again, in ms. */
const retryDelayMs = 5 * 60_000;
/** Files fetched per poll, because each is a request to a third party; the rest follow in the next polls. */
const requestLimit = 50;
/** After this many failures, a poll fetches no more. */
const failureLimit = 3;

/**
 * `wanted` names the components that services use; others are left unchanged. `fetchText` returns the text at a path,
 * or undefined on failure, and rejects only to give up the poll.
 */
export async function withHistories(
  reading: FeedReading,
  wanted: readonly string[],
  histories: Histories,
  fetchText: (path: string) => Promise<string | undefined>,
  nowUtcMs: () => number,
): Promise<FeedReading> {
  const sites = new Set(wanted.flatMap((name) => concernOf(reading, name).components));
  const paths = new Map<FeedComponent, string | undefined>(
    [...sites].map((site) => [site, historyPath(site)]),
  );
  let left = requestLimit;
  let failures = 0;
  for (const [site, path] of paths) {
    if (!path || left === 0 || failures === failureLimit) continue;
    const known = histories.get(path);
    if (known?.of === site.verdict && leftMs(known.dueUtcMs, nowUtcMs(), cacheMs) > 0) continue;
    left -= 1;
    const text = await fetchText(path);
    if (text === undefined) failures += 1;
    const dueUtcMs = nowUtcMs() + (text === undefined ? retryDelayMs : cacheMs);
    // After a failure the old text is still valid: it contains its own date.
    histories.set(path, { text: text ?? known?.text, of: site.verdict, dueUtcMs });
  }
  const components = reading.components.map((site) =>
    sites.has(site)
      ? withHistory(site, histories.get(paths.get(site) ?? '')?.text, nowUtcMs())
      : site,
  );
  return { ...reading, components };
}
