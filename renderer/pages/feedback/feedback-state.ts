import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useFeedback = liveState(
  () => call('feedback.get', undefined),
  (hear) => on('feedback', hear),
);
