/** Status pages that a co-op already has, as its document names them. Each is read alone: a bad one costs no other. */
import * as v from 'valibot';
import { feedTypes } from '../feeds/types.ts';
import type { Problem } from './problem.ts';
import { quote } from '../text/quote.ts';
import { Id } from './parts.ts';
import { parseEntry, problemAt, unknownType } from './problem.ts';
import { isRecord } from '../json.ts';
import { remedy, says } from './remedy.ts';
import { WebAddress } from './web.ts';

/** Feeds of one document. */
export const feedsLimit = 50;

export const FeedSchema = v.object({
  id: Id,
  /** As members call it; without it, its host. */
  name: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80))),
  type: v.picklist(feedTypes),
  /** The page's own address; what is asked below it, the app knows. */
  url: WebAddress,
  /** Which of its pages, for Uptime Kuma. */
  slug: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,100}$/, says('slug'))), 'default'),
  /** Seconds between two looks; pages are cached for a minute anyway. */
  intervalS: v.optional(v.pipe(v.number(), v.minValue(60), v.maxValue(86_400)), 120),
});
export type Feed = Readonly<v.InferOutput<typeof FeedSchema>>;

export const ServiceFeedSchema = v.object({
  /** The id of one of the document's feeds. */
  feed: Id,
  /** The component's key or name on that page. */
  component: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});
export type ServiceFeed = Readonly<v.InferOutput<typeof ServiceFeedSchema>>;

/** What services want to know of each feed: names or keys of its components, by the feed's id. */
export function componentsByFeed(
  services: readonly Readonly<{ service: Readonly<{ feed?: ServiceFeed | undefined }> }>[],
): ReadonlyMap<string, readonly string[]> {
  const byFeed = new Map<string, string[]>();
  for (const { service } of services) {
    if (!service.feed) continue;
    const components = byFeed.get(service.feed.feed) ?? [];
    components.push(service.feed.component);
    byFeed.set(service.feed.feed, components);
  }
  return byFeed;
}

/** The feeds that can be read, and what is wrong with the others. */
export function readFeeds(
  raws: readonly unknown[],
): Readonly<{ feeds: readonly Feed[]; problems: readonly Problem[] }> {
  const feeds = new Map<string, Feed>();
  const problems: Problem[] = [];
  for (const [index, raw] of raws.entries()) {
    const path = `$.feeds[${index}]`;
    const parsed = parseEntry(FeedSchema, raw);
    if (!parsed.success) problems.push(newerType(raw, path) ?? problemAt(path, parsed.issues[0]));
    else if (feeds.has(parsed.output.id)) {
      problems.push({ path: `${path}.id`, ...remedy('id-taken', { id: parsed.output.id }) });
    } else feeds.set(parsed.output.id, parsed.output);
  }
  return { feeds: [...feeds.values()], problems };
}

/** A type that this version does not know comes from a newer one. */
function newerType(raw: unknown, path: string): Problem | undefined {
  const type = isRecord(raw) ? raw['type'] : undefined;
  if (typeof type !== 'string' || (feedTypes as readonly string[]).includes(type)) return undefined;
  return { path: `${path}.type`, ...unknownType(type, feedTypes) };
}

/** Services that name a feed which is not in the document at all. */
export function danglingFeeds(
  services: readonly unknown[],
  feeds: readonly unknown[],
): readonly Problem[] {
  const given = new Set(feeds.map((one) => (isRecord(one) ? one['id'] : undefined)));
  return services.flatMap((service, index) => {
    const own = isRecord(service) ? service['feed'] : undefined;
    const id = isRecord(own) ? own['feed'] : undefined;
    if (typeof id !== 'string' || given.has(id)) return [];
    return [
      { path: `$.services[${index}].feed.feed`, ...remedy('known-feed', { got: quote(id) }) },
    ];
  });
}
