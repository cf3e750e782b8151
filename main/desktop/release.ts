/** Where this build looks for updates. */
import { url as inspectorUrl } from 'node:inspector';
import type { Release } from '../../shared/updates/release.ts';
import { publishedRelease } from '../../shared/updates/release.ts';

/**
 * Tests bring a release of their own. Not where the inspector is closed, as a fuse does in releases: whoever could open
 * it there controls the app anyway.
 */
export function releaseOfThisBuild(): Release | undefined {
  const { COOP_TRAY_UPDATE_FEED: feed, COOP_TRAY_UPDATE_KEY: key } = process.env;
  const isTest = inspectorUrl() !== undefined;
  return isTest && feed && key ? { feed, keys: [key] } : publishedRelease;
}
