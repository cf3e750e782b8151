/**
 * Connects the monitor to connectivity: the services' hosts are witnesses, and checks resume when we are online again.
 */
import { placesOf, witnessesOf } from '../../../shared/coop/witnesses.ts';
import { isSightBack } from '../../../shared/net/connectivity.ts';
import type { ConnectivityMonitor } from '../../platform/connectivity.ts';
import type { Monitor, MonitorDeps } from './monitor.ts';
import { createMonitor } from './monitor.ts';

export type ConnectedMonitorDeps = MonitorDeps &
  Readonly<{
    connectivity: Pick<ConnectivityMonitor, 'current' | 'confirm' | 'setWitnesses' | 'onChange'>;
  }>;

export function createConnectedMonitor(deps: ConnectedMonitorDeps): Monitor {
  const { connectivity } = deps;
  const monitor = createMonitor(deps);
  connectivity.onChange((now, before) => {
    if (isSightBack(now, before)) monitor.resume();
  });
  return {
    ...monitor,
    setDocument: (document) => {
      connectivity.setWitnesses(witnessesOf(document), placesOf(document));
      monitor.setDocument(document);
    },
  };
}
