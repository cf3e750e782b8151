import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useNews = liveState({
  load: () => call('announcements.get', undefined),
  listen: (set) => [on('announcements', set)],
});
