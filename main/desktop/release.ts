/** Where this build looks for updates. */
import { url as inspectorUrl } from 'node:inspector';
import type { Release } from '../../shared/updates/release.ts';
import { publishedRelease } from '../../shared/updates/release.ts';

export function releaseOfThisBuild(): Release | undefined {
  return releaseFor(process.env, inspectorUrl() !== undefined);
}

/**
 * Tests bring a release of their own. Not where the inspector is closed, as a fuse does in releases: whoever could open
 * it there controls the app anyway.
 */
export function releaseFor(
  { COOP_TRAY_UPDATE_FEED: feed, COOP_TRAY_UPDATE_KEY: key }: NodeJS.ProcessEnv,
  isInspected: boolean,
): Release | undefined {
  return isInspected && feed && key ? { feed, keys: [key] } : publishedRelease;
}
