/** What the calls about rooms do. The feature itself is read at the first of them. */
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { Rooms } from './index.ts';

type RoomsCall = Extract<CallName, `roomExport.${string}`>;

export function createRoomsCalls(rooms: () => Promise<Rooms>): Pick<CallHandlers, RoomsCall> {
  return {
    'roomExport.get': async () => {
      const feature = await rooms();
      feature.look();
      return feature.state();
    },
    'roomExport.export': async ({ room }) => (await rooms()).start(room),
    'roomExport.cancel': async () => (await rooms()).stop(),
    'roomExport.show': async ({ room }) => (await rooms()).show(room),
  };
}
