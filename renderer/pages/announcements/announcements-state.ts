import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useNews = liveState(
  () => call('news.get', undefined),
  (hear) => on('news', hear),
);
