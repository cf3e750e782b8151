/** Wires announcements and reports to the accounts, notifications and the snapshot. */
import type { Announcement } from '../../../shared/announcements/state.ts';
import type { Told } from '../../../shared/announcements/told.ts';
import { createEmitter } from '../../platform/emitter.ts';
import type { Running } from '../feature.ts';
import type { Host } from '../host.ts';
import type { AnnouncementsHost, NewsRoom } from './types.ts';
import { announcementsForm, createAnnouncementsFile } from './file.ts';
import type { AnnouncementNews, Announcements } from './index.ts';
import { createAnnouncements } from './index.ts';

export async function startAnnouncements(
  host: AnnouncementsHost,
  section: NewsRoom | undefined,
): Promise<Running<NewsRoom | undefined, Announcements>> {
  const { clock, connectivity } = host;
  const accounts = await host.accounts();
  const changes = createEmitter<void>();
  const announcements = createAnnouncements({
    clock,
    isClockProven: connectivity.isClockProven,
    file: createAnnouncementsFile(host.files.file(announcementsForm)),
    reader: () => {
      const member = accounts.signedIn();
      const { powerOf } = accounts.listening;
      return member && { ...member.account, userId: member.userId, powerOf };
    },
    onNews: (news) => host.tell(toldOf(news, announcements.state().announcements, host.viewOf)),
    onChange: () => changes.emit(),
  });
  changes.on(() => {
    accounts.listening.listen('announcements', announcements.rooms(), announcements.hear);
    const state = announcements.state();
    host.send('announcements', () => state);
    host.publish({ unreadAnnouncements: state.unread });
  });
  // Before restoring, which publishes what the file has for this room.
  announcements.setRoom(section?.room, section?.name);
  accounts.onMatrixChange(announcements.ask);
  await announcements.restore();
  return {
    api: announcements,
    setSection: (next) => announcements.setRoom(next?.room, next?.name),
    annotate: ({ id }) => {
      const reported = announcements.reported().get(id);
      return reported ? { reported } : {};
    },
    suspend: announcements.suspend,
    resume: announcements.ask,
    dispose: announcements.suspend,
  };
}

/** Leaves out reports of services that are snoozed, acknowledged or not in the document. */
function toldOf(
  { announcements, reports }: AnnouncementNews,
  shown: readonly Announcement[],
  viewOf: Host['viewOf'],
): Told[] {
  return [
    ...announcements.flatMap((sign): Told[] => {
      if (sign.is !== 'reply') return [];
      const by = shown.find(({ id }) => id === sign.id)?.by ?? sign.by;
      return [{ is: 'announcement', by, text: sign.text }];
    }),
    ...reports.flatMap(({ serviceId, state, text }): Told[] => {
      const view = viewOf(serviceId);
      if (!view || view.muted || view.acknowledged || state === 'up') return [];
      return [{ is: 'report', serviceId, name: view.name, state, text }];
    }),
  ];
}
