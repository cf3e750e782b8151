/**
 * The `feeds` section: status pages run by others. Each entry is parsed on its own, so that an invalid one does not
 * affect others.
 */
import * as v from 'valibot';
import { feedTypes } from '../feeds/types.ts';
import type { Problem } from './problem.ts';
import { quote } from '../text/quote.ts';
import { Id } from './parts.ts';
import { problemAt, unknownType } from './problem.ts';
import { isRecord } from '../json.ts';
import { remedy, says } from './remedy.ts';
import type { Chosen, TextReader } from './texts.ts';
import { TextsOf } from './texts.ts';
import { WebAddress } from './web.ts';

export const feedsLimit = 50;

export const FeedSchema = v.object({
  id: Id,
  /** Display name; defaults to the host. */
  name: v.optional(TextsOf(80)),
  type: v.picklist(feedTypes),
  /** The page's URL as opened in a browser; the API paths below it depend on `type`. */
  url: WebAddress,
  /** Slug of the page, for Uptime Kuma. */
  slug: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,100}$/, says('slug'))), 'default'),
  /** Seconds between polls; most pages are cached for a minute anyway. */
  intervalS: v.optional(v.pipe(v.number(), v.minValue(60), v.maxValue(86_400)), 120),
});
export type Feed = Readonly<Chosen<v.InferOutput<typeof FeedSchema>>>;

export const ServiceFeedSchema = v.object({
  /** The id of one of the document's feeds. */
  feed: Id,
  /** The component's key or name on that page. */
  component: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});
export type ServiceFeed = Readonly<v.InferOutput<typeof ServiceFeedSchema>>;

/** Component keys or names that services refer to, by feed id. */
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

export function readFeeds(
  raws: readonly unknown[],
  texts: TextReader,
): Readonly<{ feeds: readonly Feed[]; problems: readonly Problem[] }> {
  const feeds = new Map<string, Feed>();
  const problems: Problem[] = [];
  for (const [index, raw] of raws.entries()) {
    const path = `$.feeds[${index}]`;
    const parsed = texts.read(FeedSchema, raw);
    if (!parsed.success) problems.push(newerType(raw, path) ?? problemAt(path, parsed.issues[0]));
    else if (feeds.has(parsed.output.id)) {
      problems.push({ path: `${path}.id`, ...remedy('id-taken', { id: parsed.output.id }) });
    } else feeds.set(parsed.output.id, parsed.output);
  }
  return { feeds: [...feeds.values()], problems };
}

/** An unknown type may come from a newer version of the format. */
function newerType(raw: unknown, path: string): Problem | undefined {
  const type = isRecord(raw) ? raw['type'] : undefined;
  if (typeof type !== 'string' || (feedTypes as readonly string[]).includes(type)) return undefined;
  return { path: `${path}.type`, ...unknownType(type, feedTypes) };
}

/** Problems for services that refer to a feed missing from the document. */
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
