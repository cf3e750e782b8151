import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useMoney = liveState({
  load: () => call('money.get', undefined),
  listen: (set) => [on('money', set)],
});
