import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useBackups = liveState(
  () => call('backups.get', undefined),
  (hear) => on('backups', hear),
);
