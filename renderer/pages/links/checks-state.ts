import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useLinkChecks = liveState({
  load: () => call('links.checks', undefined),
  listen: (set) => [on('linkChecks', set)],
});
