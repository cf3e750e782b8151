import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useCalendar = liveState({
  load: () => call('calendar.get', undefined),
  listen: (set) => [on('calendar', set)],
});
