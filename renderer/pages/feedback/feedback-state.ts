import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useFeedback = liveState({
  load: () => call('feedback.get', undefined),
  listen: (set) => [on('feedback', set)],
});
