import { createContext, use, useEffect, useState } from 'react';

/** Spans on the page are told in minutes, so this is often enough; in ms. */
const tickMs = 20_000;

/** The clock on the wall, ms UTC; a page that is drawn without a window is given the time. */
export const ClockContext = createContext(() => Date.now());

/** The time, ms UTC. Stands still while the window is hidden: nobody reads it then. */
export function useNow(): number {
  const clock = use(ClockContext);
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const tick = () => {
      if (!document.hidden) setNow(clock());
    };
    const timer = setInterval(tick, tickMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [clock]);
  return now;
}
