/** Logs what changes in the state as a whole: counts and codes, nothing by its name. */
import type { LogFacts } from '../../shared/log/line.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { Log } from '../platform/log/log.ts';

/** Call with each new snapshot. */
export function createStateLog(log: Pick<Log, 'info'>): (snapshot: Snapshot) => void {
  let before: LogFacts = {};
  return (snapshot) => {
    const now = factsOf(snapshot);
    const changed = Object.entries(now).filter(([name, value]) => before[name] !== value);
    before = now;
    if (changed.length > 0) log.info('state', Object.fromEntries(changed));
  };
}

function factsOf(snapshot: Snapshot): LogFacts {
  const { coop, awaited, connectivity, services, historyProblem, fileTroubles = [] } = snapshot;
  const count = (verdict: string) => services.filter((one) => one.verdict === verdict).length;
  return {
    network: connectivity.state,
    clockOff: connectivity.clockOffMs !== undefined,
    coop: coop ? 'known' : awaited ? 'awaited' : 'none',
    settings: coop?.error?.code ?? 'ok',
    problems: coop?.problems.length ?? 0,
    services: services.length,
    down: count('down'),
    history: historyProblem?.code ?? 'ok',
    files: fileTroubles.map(({ of, fault }) => `${of}:${fault}`).join(',') || 'ok',
    tray: snapshot.trayAvailable,
    notifications: snapshot.noticesShown,
  };
}
