/** The demo needs no line: it is always online, whatever becomes of the machine's own. */
import type { ConnectivityMonitor } from '../platform/connectivity.ts';

export function alwaysOnline(sinceUtcMs: number): ConnectivityMonitor {
  const nothing = () => {};
  return {
    current: () => ({ state: 'online', sinceUtcMs }),
    isClockProven: () => true,
    confirm: async () => 'online',
    hear: nothing,
    setWitnesses: nothing,
    suspend: nothing,
    resume: nothing,
    onChange: () => nothing,
    dispose: nothing,
  };
}
