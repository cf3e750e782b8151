import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useBackups = liveState({
  load: () => call('backups.get', undefined),
  listen: (set) => [on('backups', set)],
});
