/** Updates of the app itself: loaded a while after the start where a build knows a place to ask, else by the first call. */
import type { Feature } from '../feature.ts';
import type { Host } from '../host.ts';
import type { UpdatesApi } from './create.ts';

/** Nothing about updates is urgent while the desktop starts. */
const delayMs = 60_000;

export function updatesFeature(host: Host): Feature<'updates', undefined, UpdatesApi> {
  return {
    section: () => undefined,
    load: async () => (await import('./create.ts')).startUpdates(host),
    leftovers: { exist: () => host.release !== undefined, delayMs },
    calls: ({ api }) => {
      const updates = async () => (await api()).updates;
      return {
        'updates.get': async () => (await api()).state(),
        'updates.checkNow': async () => (await updates())?.checkNow(),
        'updates.setOn': async ({ on }) => (await updates())?.setOn(on),
        'updates.setChannel': async ({ channel }) => (await updates())?.setChannel(channel),
        'updates.download': async () => {
          // Takes minutes, of which events tell.
          void (await updates())?.download();
        },
        'updates.cancel': async () => (await updates())?.cancel(),
        'updates.install': async () => (await updates())?.install(),
        'updates.openPage': async () => {
          const page = (await updates())?.page();
          if (page !== undefined) host.openAddress(page);
        },
        'updates.copyCommand': async () => {
          const command = (await updates())?.command();
          if (command !== undefined) await host.copyText(command);
        },
      };
    },
  };
}
