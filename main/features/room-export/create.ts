/** Rooms whose messages do not stay, joined to the account and the desktop. Read when the window asks for them. */
import type { Times } from '../../../shared/i18n/times.ts';
import type { Translate } from '../../../shared/i18n/translator.ts';
import type { Accounts } from '../accounts/types.ts';
import { chooseFolder, showFolder } from '../../desktop/folder.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ProfileFiles } from '../../platform/profile-files.ts';
import { roomAccountOf } from './matrix-account.ts';
import type { Rooms } from './index.ts';
import { createRooms } from './index.ts';
import { copiesForm } from './export-list.ts';
import type { WindowChannel } from '../../desktop/window-channel.ts';

export type RoomsWorld = Readonly<{
  clock: Clock;
  accounts: Pick<Accounts, 'matrix' | 'onChange'>;
  files: Pick<ProfileFiles, 'file'>;
  t: Translate;
  times: Times;
  locale: string;
}>;

export async function composeRooms(world: RoomsWorld, screen: WindowChannel): Promise<Rooms> {
  const { clock, accounts, t, times, locale } = world;
  const rooms = createRooms({
    clock,
    random: Math.random,
    store: world.files.file(copiesForm),
    words: { t, times, locale },
    account: () => {
      const account = accounts.matrix();
      return account && roomAccountOf(account);
    },
    chooseFolder: () => chooseFolder(screen.contents()),
    showFolder,
  });
  await rooms.restore();
  rooms.onChange(() => {
    if (screen.contents()) screen.send('roomExport', rooms.state());
  });
  accounts.onChange(rooms.accountChanged);
  return rooms;
}
