import { call, on } from '../app/bridge.ts';
import { liveState } from '../app/live-state.ts';

export const useLinks = liveState({
  load: () => call('links.get', undefined),
  listen: (set) => [on('links', set)],
});
