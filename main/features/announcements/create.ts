/** The co-op's announcements and reports, joined to the accounts and the desktop. Read when somebody is signed in. */
import type { Told } from '../../../shared/announcements/told.ts';
import type { ServiceView } from '../../../shared/status/view.ts';
import type { Accounts } from '../accounts/types.ts';
import type { AnnouncementNews, Announcements } from './index.ts';
import { createAnnouncements } from './index.ts';
import { announcementsForm, createAnnouncementsFile } from './file.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ProfileFiles } from '../../platform/profile-files.ts';
import { signedIn } from '../accounts/signed-in.ts';
import type { WindowChannel } from '../../desktop/window-channel.ts';

export type ComposedNews = Readonly<{ announcements: Announcements; dispose: () => void }>;

export type NewsWorld = Readonly<{
  clock: Clock;
  isClockProven: () => boolean;
  files: Pick<ProfileFiles, 'file'>;
  accounts: Accounts;
  /** A service as it is; undefined where the document has none of that id. */
  viewOf: (serviceId: string) => ServiceView | undefined;
  tell: (told: readonly Told[]) => void;
  /** What the tray and the status page show may be another. */
  changed: () => void;
}>;

export async function composeNews(
  world: NewsWorld,
  screen: WindowChannel,
  room: string | undefined,
): Promise<ComposedNews> {
  const { clock, accounts } = world;
  const announcements = createAnnouncements({
    clock,
    isClockProven: world.isClockProven,
    file: createAnnouncementsFile(world.files.file(announcementsForm)),
    reader: () => {
      const member = signedIn(accounts);
      const { powerOf } = accounts.listening;
      return member && { ...member.account, userId: member.userId, powerOf };
    },
    onNews: (news) => world.tell(toldOf(news, world.viewOf)),
    onChange: () => {
      accounts.listening.listen('announcements', announcements.rooms(), announcements.hear);
      if (screen.contents()) screen.send('announcements', announcements.state());
      world.changed();
    },
  });
  announcements.setRoom(room);
  let last = accounts.matrix();
  accounts.onChange(() => {
    if (accounts.matrix() === last) return;
    last = accounts.matrix();
    announcements.ask();
  });
  await announcements.restore();
  return { announcements, dispose: announcements.suspend };
}

/** A report of a service that is snoozed or seen, or that the document does not name, is not told. */
function toldOf({ announcements, reports }: AnnouncementNews, viewOf: NewsWorld['viewOf']): Told[] {
  return [
    ...announcements.flatMap((sign): Told[] =>
      sign.is === 'reply' ? [{ is: 'announcement', by: sign.by, text: sign.text }] : [],
    ),
    ...reports.flatMap(({ serviceId, state, text }): Told[] => {
      const view = viewOf(serviceId);
      if (!view || view.muted || view.acknowledged || state === 'up') return [];
      return [{ is: 'report', serviceId, name: view.name, state, text }];
    }),
  ];
}
