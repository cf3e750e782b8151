import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useNews = liveState({
  load: () => call('news.get', undefined),
  listen: (set) => [on('news', set)],
});
