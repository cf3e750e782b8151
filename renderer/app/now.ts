import { createContext, use, useEffect, useState } from 'react';

/** Often enough for times shown in minutes. */
const tickMs = 20_000;

/** Wall clock, ms UTC; tests replace it. */
export const ClockContext = createContext(() => Date.now());

/** The current time, ms UTC; not updated while the window is hidden. */
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
