import { createContext, use, useEffect, useState } from 'react';

/** Often enough, since the page shows spans in minutes; in ms. */
const tickMs = 20_000;

/** Wall clock, ms UTC. Tests provide their own. */
export const ClockContext = createContext(() => Date.now());

/** The time, ms UTC; not updated while the window is hidden. */
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
