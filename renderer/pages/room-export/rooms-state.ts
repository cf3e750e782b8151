import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useRooms = liveState(
  () => call('roomExport.get', undefined),
  (hear) => on('roomExport', hear),
);
