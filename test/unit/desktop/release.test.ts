/** No variable makes a released app believe another publisher. */
import { expect, test } from 'vitest';
import { releaseFor } from '../../../main/desktop/release.ts';
import { publishedRelease } from '../../../shared/updates/release.ts';

const feed = 'http://127.0.0.1:1/';
const key = 'ssh-ed25519 AAAA test';
const both = { COOP_TRAY_UPDATE_FEED: feed, COOP_TRAY_UPDATE_KEY: key };

test.each([
  ['a release', both, false, publishedRelease],
  ['a test without variables', {}, true, publishedRelease],
  ['a test with a feed alone', { COOP_TRAY_UPDATE_FEED: feed }, true, publishedRelease],
  ['a test', both, true, { feed, keys: [key] }],
])('%s', (_what, env, isInspected, release) => {
  expect(releaseFor(env, isInspected)).toEqual(release);
});

test('what is published is protected on its way, in a folder, and has two keys', () => {
  if (!publishedRelease) return;
  expect(publishedRelease.feed).toMatch(/^https:\/\/.+\/$/);
  expect(publishedRelease.keys).toHaveLength(2);
});
