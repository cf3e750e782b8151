import type { FeedType } from './types.ts';

/** What is asked below the address of a status page, in the order in which its parser wants the answers. */
const paths: Readonly<Record<FeedType, readonly string[]>> = {
  'uptime-kuma': ['/api/status-page/{slug}', '/api/status-page/heartbeat/{slug}'],
  gatus: ['/api/v1/endpoints/statuses'],
  statuspage: ['/api/v2/summary.json'],
  cstate: ['/index.json'],
  upptime: ['/history/summary.json'],
  'better-stack': ['/index.json'],
  cachet: ['/api/v1/components?per_page=100'],
  alertmanager: ['/api/v2/alerts'],
};

type Page = Readonly<{ type: FeedType; url: string; slug: string }>;

/** `url` is the page as a member opens it; a `slug` is only known to Uptime Kuma. */
export function feedAddresses(feed: Page): readonly string[] {
  return paths[feed.type].map((path) => feedAddress(feed, path.replace('{slug}', feed.slug)));
}

/** Of one path below the page. */
export function feedAddress({ url }: Pick<Page, 'url'>, path: string): string {
  return url.replace(/[?#].*$/, '').replace(/\/+$/, '') + path;
}
