import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useProxy = liveState({
  load: () => call('proxy.get', undefined),
  listen: (set) => [on('proxy', set)],
});
