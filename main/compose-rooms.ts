/** Rooms whose messages do not stay, joined to the account and the desktop. Read when the window asks for them. */
import { join } from 'node:path';
import type { Times } from '../shared/i18n/times.ts';
import type { Translate } from '../shared/i18n/translator.ts';
import type { Accounts } from './accounts/types.ts';
import { chooseFolder, showFolder } from './desktop/folder.ts';
import type { Clock } from './platform/clock.ts';
import { fileStore } from './platform/files.ts';
import { roomAccountOf } from './room-account.ts';
import type { Rooms } from './rooms/index.ts';
import { createRooms } from './rooms/index.ts';
import { copiesLimitBytes, copiesName } from './rooms/kept.ts';
import type { Screen } from './desktop/screen.ts';

export type RoomsWorld = Readonly<{
  clock: Clock;
  accounts: Pick<Accounts, 'matrix' | 'onChange'>;
  profileDir: string;
  t: Translate;
  times: Times;
  locale: string;
}>;

export async function composeRooms(world: RoomsWorld, screen: Screen): Promise<Rooms> {
  const { clock, accounts, t, times, locale } = world;
  const rooms = createRooms({
    clock,
    random: Math.random,
    store: fileStore(join(world.profileDir, copiesName), copiesLimitBytes),
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
    if (screen.contents()) screen.send('rooms', rooms.state());
  });
  accounts.onChange(rooms.accountChanged);
  return rooms;
}
