import { call, on } from '../../app/bridge.ts';
import { liveState } from '../../app/live-state.ts';

export const useEcho = liveState({
  load: () => call('echo.get', undefined),
  listen: (set, update) => [
    on('echo', set),
    // Four times a second during a test. Ignores progress that arrives after the end of its run.
    on('echoRun', (run) => update((now) => (now.run ? { ...now, run } : now))),
  ],
});
