import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useRooms = liveState({
  load: () => call('rooms.get', undefined),
  listen: (set) => [on('rooms', set)],
});
