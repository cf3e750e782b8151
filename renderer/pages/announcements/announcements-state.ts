import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useNews = liveState(
  () => call('announcements.get', undefined),
  (hear) => on('announcements', hear),
);
