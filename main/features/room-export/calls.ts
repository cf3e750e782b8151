/** What the calls about rooms do. The feature itself is read at the first of them. */
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { RoomExport } from './index.ts';

type RoomsCall = Extract<CallName, `rooms.${string}`>;

export function createRoomsCalls(rooms: () => Promise<RoomExport>): Pick<CallHandlers, RoomsCall> {
  return {
    'rooms.get': async () => {
      const feature = await rooms();
      feature.look();
      return feature.state();
    },
    'rooms.export': async ({ room }) => (await rooms()).start(room),
    'rooms.cancel': async () => (await rooms()).stop(),
    'rooms.show': async ({ room }) => (await rooms()).show(room),
  };
}
