import { useEffect, useState } from 'react';

/** Spans on the page are told in minutes, so this is often enough; in ms. */
const tickMs = 20_000;

/** The time, ms UTC. Stands still while the window is hidden: nobody reads it then. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => {
      if (!document.hidden) setNow(Date.now());
    };
    const timer = setInterval(tick, tickMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return now;
}
