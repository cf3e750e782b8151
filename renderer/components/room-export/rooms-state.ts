import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useRooms = liveState({
  load: () => call('roomExport.get', undefined),
  listen: (set) => [on('roomExport', set)],
});
