import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

/** The member's accounts. */
export const useAccounts = liveState(
  () => call('accounts.get', undefined),
  (hear) => on('accounts', hear),
);
