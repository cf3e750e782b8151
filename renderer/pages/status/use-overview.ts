import { useEffect, useState } from 'react';
import type { Overview, ServiceDays } from '../../../shared/history/overview.ts';
import { call } from '../../app/bridge.ts';

export type Days = Readonly<{
  byService: ReadonlyMap<string, ServiceDays>;
  incidents: Overview['incidents'];
}>;

/** Time to draw the list first, in ms: the history's database has yet to be opened. */
const startDelayMs = 50;
const refreshMs = 120_000;

/** The last days of all services; undefined until they are read, or if there is no history. */
export function useOverview(coop: string | undefined): Days | undefined {
  const [days, setDays] = useState<Days>();
  useEffect(() => {
    if (coop === undefined) return undefined;
    let isActive = true;
    const load = async () => {
      if (document.hidden) return;
      const overview = await call('history.overview', undefined).catch(() => undefined);
      if (!isActive || !overview) return;
      setDays({
        byService: new Map(overview.services.map((one) => [one.serviceId, one])),
        incidents: overview.incidents,
      });
    };
    const first = setTimeout(() => void load(), startDelayMs);
    const timer = setInterval(() => void load(), refreshMs);
    return () => {
      isActive = false;
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [coop]);
  return days;
}
