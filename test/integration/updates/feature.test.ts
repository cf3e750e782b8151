/** Updates as the app mounts them: nothing without a release, and the whole way to what is offered with one. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { updatesFeature } from '../../../main/features/updates/feature.ts';
import type { Host } from '../../../main/features/host.ts';
import { createMount } from '../../../main/features/mount.ts';
import { systemClock as clock } from '../../../main/platform/clock.ts';
import { createBudget } from '../../../main/platform/net/budget.ts';
import { createNet } from '../../../main/platform/net/index.ts';
import type { Release } from '../../../shared/updates/release.ts';
import { publishedRelease } from '../../../shared/updates/release.ts';
import type { Slices } from '../../../shared/slices.ts';
import type { Feed } from '../../servers/updates/feed.ts';
import { startFeed } from '../../servers/updates/feed.ts';
import { always, manifestOf } from '../../servers/updates/manifests.ts';
import { makeKey } from '../../servers/updates/signer.ts';
import { noLog } from '../../../main/platform/log/log.ts';
import { createTranslate } from '../../translate.ts';

const key = makeKey();
let feed: Feed;
beforeEach(async () => {
  feed = await startFeed(key);
});
afterEach(() => feed.listener.stop());

function mounted(release: Release | undefined) {
  const published: Slices[] = [];
  const told: string[] = [];
  const opened: string[] = [];
  const saved: string[] = [];
  const host: Partial<Host> = {
    clock,
    release,
    appVersion: '1.0.0',
    locale: 'en',
    t: createTranslate('en'),
    pages: createNet({ budget: createBudget(2) }),
    connectivity: {
      current: () => ({ state: 'online', sinceUtcMs: 0 }),
      confirm: async () => 'online',
      isClockProven: () => true,
      onChange: () => () => {},
    },
    files: {
      file: () => ({
        load: async () => saved.at(-1),
        save: async (text) => void saved.push(text),
        remove: async () => undefined,
        flush: () => undefined,
        dispose: () => undefined,
      }),
    },
    isQuiet: () => false,
    notify: ({ title }) => {
      told.push(title);
      return { withdraw: () => undefined };
    },
    publish: (slices) => void published.push(slices),
    send: () => undefined,
    openAddress: (url) => void opened.push(url),
  };
  const { calls, lifecycle } = createMount({ clock, log: noLog })(updatesFeature(host as Host));
  return { calls, lifecycle, published, told, opened };
}

test('this repository has no release yet: nobody is asked, and nothing can be done', async () => {
  expect(publishedRelease).toBeUndefined();
  const { calls, lifecycle, published } = mounted(publishedRelease);
  lifecycle.begin();
  expect(await calls['updates.get'](undefined)).toMatchObject({ isSetUp: false });
  for (const name of ['checkNow', 'download', 'install', 'openPage', 'copyCommand'] as const) {
    await calls[`updates.${name}`](undefined);
  }
  expect([published, feed.requests]).toEqual([[], []]);
  lifecycle.dispose();
});

test('with a release, one click leads to what is offered, for Today as well', async () => {
  feed.publish(manifestOf(always), {});
  const release = { feed: feed.url, keys: [key.publicLine] };
  const { calls, lifecycle, published, told, opened } = mounted(release);
  await calls['updates.checkNow'](undefined);
  expect(await calls['updates.get'](undefined)).toMatchObject({
    isSetUp: true,
    place: { how: 'by-hand' },
    offer: { version: '1.1.0', notes: 'Calls are quicker.\nFewer faults.' },
  });
  expect(published.at(-1)).toEqual({ update: { is: 'offered', version: '1.1.0' } });
  expect(told).toEqual(['Coop Tray 1.1.0 is available']);
  await calls['updates.openPage'](undefined);
  expect(opened).toEqual(['https://updates.example/1.1.0']);
  await expect(calls['updates.download'](undefined)).rejects.toThrow('bad-payload');
  lifecycle.dispose();
});

test('a changed manifest changes nothing', async () => {
  feed.publish(manifestOf(always), {});
  const { calls, lifecycle } = mounted({ feed: feed.url, keys: [makeKey().publicLine] });
  await calls['updates.checkNow'](undefined);
  const state = await calls['updates.get'](undefined);
  expect(state).toMatchObject({ problem: { code: 'wrong-signature' } });
  expect(state).not.toHaveProperty('offer');
  lifecycle.dispose();
});
