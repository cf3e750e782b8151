import { useEffect, useState } from 'react';
import type { RoomsState } from '../../../shared/rooms/state.ts';
import { call, on } from '../../app/bridge.ts';

/** Heard only while the page is open. Undefined until it is there. */
export function useRooms(): RoomsState | 'failed' | undefined {
  const [state, setState] = useState<RoomsState | 'failed'>();
  useEffect(() => {
    let heard = false;
    const end = on('rooms', (next) => {
      heard = true;
      setState(next);
    });
    const take = (first: RoomsState | 'failed') => {
      // An event may overtake the answer.
      if (!heard) setState(first);
    };
    call('rooms.get', undefined)
      .then(take)
      .catch(() => take('failed'));
    return () => {
      heard = true;
      end();
    };
  }, []);
  return state;
}
