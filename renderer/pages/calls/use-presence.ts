import { useEffect, useState } from 'react';
import type { Presence } from '../../../shared/rooms/presence.ts';
import { call } from '../../app/bridge.ts';

/** Members come and go; those who publish it do so once a minute at most. */
const intervalMs = 60_000;

/** Who is in the rooms, read again while the window is visible. Nothing is asked for unless it `isPublished`. */
export function usePresence(isPublished: boolean): readonly Presence[] {
  const [presences, setPresences] = useState<readonly Presence[]>([]);
  useEffect(() => {
    if (!isPublished) return undefined;
    let isHere = true;
    const read = () => {
      if (document.hidden) return;
      call('rooms.presence', undefined)
        .then((found) => {
          if (isHere) setPresences(found);
        })
        // What was read before is shown until it is too old.
        .catch(() => undefined);
    };
    read();
    const timer = setInterval(read, intervalMs);
    document.addEventListener('visibilitychange', read);
    return () => {
      isHere = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, [isPublished]);
  return presences;
}
