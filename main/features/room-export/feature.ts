/** Exports of rooms whose messages expire: loaded on the window's first call. */
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import type { Feature } from '../feature.ts';
import type { RoomExport } from './index.ts';
import type { RoomExportHost } from './types.ts';

export function roomExportFeature(
  host: RoomExportHost,
): Feature<'roomExport', readonly RoomPlan[], RoomExport> {
  return {
    section: ({ matrix }) => matrix?.rooms ?? [],
    load: async () => (await import('./create.ts')).startRoomExport(host),
    calls: ({ api }) => ({
      'roomExport.get': async () => {
        const rooms = await api();
        rooms.look();
        return rooms.state();
      },
      'roomExport.export': async ({ room }) => (await api()).start(room),
      'roomExport.cancel': async () => (await api()).stop(),
      'roomExport.show': async ({ room }) => (await api()).show(room),
    }),
  };
}
