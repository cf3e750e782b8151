/** Exports of rooms whose messages do not stay: loaded when the window asks for them. */
import type { RoomPlan } from '../../../shared/coop/accounts.ts';
import type { Feature } from '../feature.ts';
import type { RoomExport } from './index.ts';
import type { RoomExportHost } from './types.ts';

export function roomExportFeature(
  host: RoomExportHost,
): Feature<'rooms', readonly RoomPlan[], RoomExport> {
  return {
    section: ({ matrix }) => matrix?.rooms ?? [],
    load: async () => (await import('./create.ts')).startRoomExport(host),
    calls: ({ api }) => ({
      'rooms.get': async () => {
        const rooms = await api();
        rooms.look();
        return rooms.state();
      },
      'rooms.export': async ({ room }) => (await api()).start(room),
      'rooms.cancel': async () => (await api()).stop(),
      'rooms.show': async ({ room }) => (await api()).show(room),
    }),
  };
}
