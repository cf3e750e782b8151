import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useUpdates = liveState({
  load: () => call('updates.get', undefined),
  listen: (set) => [on('updates', set)],
});
