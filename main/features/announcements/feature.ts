/** Announcements: loaded once the member has signed in and the document names a room, or at the first call. */
import { CallError } from '../../../shared/bridge.ts';
import type { MatrixPlace } from '../../../shared/coop/accounts.ts';
import { roomNameIn } from '../../../shared/coop/accounts.ts';
import type { Feature, FeatureCalls, Use } from '../feature.ts';
import type { Host } from '../host.ts';
import type { Announcements } from './index.ts';
import type { AnnouncementsHost, NewsRoom } from './types.ts';

export function announcementsFeature(
  host: AnnouncementsHost,
): Feature<'announcements', NewsRoom | undefined, Announcements> {
  return {
    section: ({ matrix }) => matrix && newsRoomIn(matrix),
    load: async (room) => (await import('./create.ts')).startAnnouncements(host, room),
    activatesOn: ({ section, hasSignedIn }) => hasSignedIn && section !== undefined,
    calls: (use) => announcementsCalls(use, host.openAddress),
  };
}

function announcementsCalls(
  { api }: Use<NewsRoom | undefined, Announcements>,
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

function newsRoomIn(matrix: MatrixPlace): NewsRoom | undefined {
  const { announcements: room } = matrix;
  if (room === undefined) return undefined;
  const name = roomNameIn(matrix, room);
  return { room, ...(name === undefined ? {} : { name }) };
}
