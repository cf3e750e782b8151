import type { FeedType } from './types.ts';

/** API paths below the page's URL, in the order that the parser expects the answers. */
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

/** `url`: the page as opened in a browser. `slug` applies only to Uptime Kuma. */
export function feedAddresses(feed: Page): readonly string[] {
  return paths[feed.type].map((path) => feedAddress(feed, path.replace('{slug}', feed.slug)));
}

export function feedAddress({ url }: Pick<Page, 'url'>, path: string): string {
  return url.replace(/[?#].*$/, '').replace(/\/+$/, '') + path;
}
