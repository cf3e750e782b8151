import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useMeetings = liveState({
  load: () => call('meetings.get', undefined),
  listen: (set) => [on('meetings', set)],
});
