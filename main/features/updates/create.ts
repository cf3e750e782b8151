/** Wires updates to the network, the disk, the profile and the window. */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { UpdatesState } from '../../../shared/updates/ipc.ts';
import type { Place } from '../../../shared/updates/place.ts';
import { placeOf, shownPlace } from '../../../shared/updates/place.ts';
import type { Release } from '../../../shared/updates/release.ts';
import { isBeta, isVersion } from '../../../shared/updates/version.ts';
import { osRelease } from '../../platform/system-name.ts';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import { download, removeDrafts } from './download.ts';
import { factsOf } from './facts.ts';
import { updatesForm } from './file.ts';
import type { Updates } from './index.ts';
import { createUpdates } from './index.ts';
import { createReadChannel } from './read-channel.ts';
import { replaceFile } from './replace.ts';

/** `updates` is undefined in a build that knows no place to ask. */
export type UpdatesApi = Readonly<{ updates: Updates | undefined; state: () => UpdatesState }>;

export async function startUpdates(host: Host): Promise<Running<undefined, UpdatesApi>> {
  const { release, appVersion } = host;
  const place = placeOf(
    await factsOf({
      env: process.env,
      platform: process.platform,
      arch: process.arch,
      programPath: process.execPath,
      resourcesPath: process.resourcesPath,
      osRelease,
    }),
  );
  if (!release || !isVersion(appVersion)) return notSetUp(place, appVersion);
  const updates = updatesOn(host, release, place);
  await updates.restore();
  if (place.how === 'replace') await removeDrafts(dirname(place.path), host.clock.nowUtcMs());
  let published: string | undefined;
  const tellWindow = () => {
    host.send('updates', updates.state);
    const update = updates.note();
    const json = JSON.stringify(update);
    // A download changes the state four times a second, but not what the tray shows.
    if (json === published) return;
    published = json;
    host.publish({ update });
  };
  updates.onChange(tellWindow);
  updates.begin();
  tellWindow();
  return {
    api: { updates, state: updates.state },
    setSection: () => undefined,
    suspend: updates.stop,
    resume: updates.begin,
    leave: updates.leave,
    dispose: updates.dispose,
  };
}

function updatesOn(host: Host, release: Release, place: Place): Updates {
  const { clock, pages, t } = host;
  const updates = createUpdates({
    ...host,
    release,
    place,
    random: Math.random,
    running: host.appVersion,
    read: createReadChannel({ net: pages, clock, release }),
    transfer: {
      download: (request) => download({ net: pages, clock, feed: release.feed }, request),
      replace: replaceFile,
      remove: (draft) => rm(draft, { force: true }),
      monotonicMs: clock.monotonicMs,
    },
    store: host.files.file(updatesForm),
    tell: (version) =>
      host.notify(
        {
          title: t('updates.told.title', { version }),
          body: t('updates.told.body'),
          urgent: false,
        },
        () => host.goTo({ page: 'settings' }),
        {
          standing: {
            tells: ['update'],
            about: ['update'],
            isOver: () => updates.state().offer?.version !== version,
          },
        },
      ),
    restart: host.restartWith,
  });
  return updates;
}

function notSetUp(place: Place, running: string): Running<undefined, UpdatesApi> {
  const state: UpdatesState = {
    isSetUp: false,
    isOn: false,
    channel: 'stable',
    isBeta: isBeta(running),
    place: shownPlace(place),
    isChecking: false,
    isGoodForChannel: false,
    isTooOld: false,
  };
  return {
    api: { updates: undefined, state: () => state },
    setSection: () => undefined,
    dispose: () => undefined,
  };
}
