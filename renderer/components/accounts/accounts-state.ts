import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useAccounts = liveState({
  load: () => call('accounts.get', undefined),
  listen: (set) => [on('accounts', set)],
});
