/** Wires room exports to the member's Matrix account and the desktop's folders. */
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import type { Running } from '../feature.ts';
import { copiesForm } from './export-list.ts';
import type { RoomExportHost } from './types.ts';
import type { RoomExport } from './index.ts';
import { createRoomExport } from './index.ts';
import { roomAccountOf } from './matrix-account.ts';

export async function startRoomExport(
  host: RoomExportHost,
): Promise<Running<readonly RoomPlan[], RoomExport>> {
  const { clock, timeZone, t, times, locale } = host;
  const accounts = await host.accounts();
  const rooms = createRoomExport({
    clock,
    timeZone,
    random: Math.random,
    store: host.files.file(copiesForm),
    words: { t, times, locale },
    account: () => {
      const account = accounts.matrix();
      return account && roomAccountOf(account);
    },
    chooseFolder: host.chooseFolder,
    showFolder: host.showFolder,
  });
  await rooms.restore();
  rooms.onChange(() => host.send('roomExport', rooms.state));
  accounts.onChange(rooms.accountChanged);
  return { api: rooms, setSection: rooms.setRooms, dispose: rooms.dispose };
}
