/** Announcements: loaded once the member has signed in and the document names a room, or at the first call. */
import { CallError } from '../../../shared/bridge.ts';
import type { Feature, FeatureCalls, Use } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Announcements } from './index.ts';
import type { AnnouncementsHost } from './types.ts';

type Room = string | undefined;

export function announcementsFeature(
  host: AnnouncementsHost,
): Feature<'announcements', Room, Announcements> {
  return {
    section: ({ matrix }) => matrix?.announcements,
    load: async (room) => (await import('./create.ts')).startAnnouncements(host, room),
    activatesOn: ({ section, hasSignedIn }) => hasSignedIn && section !== undefined,
    calls: (use) => announcementsCalls(use, host.openAddress),
  };
}

function announcementsCalls(
  { api }: Use<Room, Announcements>,
  openAddress: Host['openAddress'],
): FeatureCalls<'announcements'> {
  return {
    'announcements.get': async () => {
      const announcements = await api();
      announcements.look();
      return announcements.state();
    },
    'announcements.join': async ({ room }) => (await api()).join(room),
    'announcements.markRead': async () => (await api()).markRead(),
    'announcements.openLink': async ({ id, address }) => {
      // Opens only addresses that an announcement contains.
      if (!(await api()).hasLink(id, address)) throw new CallError('bad-payload');
      openAddress(address);
    },
  };
}
