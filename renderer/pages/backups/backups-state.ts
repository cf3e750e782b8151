import { useEffect, useState } from 'react';
import type { BackupsState } from '../../../shared/backups/view.ts';
import { call, on } from '../../app/bridge.ts';

/** Heard only while the page is open. Undefined until it is there. */
export function useBackups(): BackupsState | 'failed' | undefined {
  const [state, setState] = useState<BackupsState | 'failed'>();
  useEffect(() => {
    let heard = false;
    const end = on('backups', (next) => {
      heard = true;
      setState(next);
    });
    const take = (first: BackupsState | 'failed') => {
      // An event may overtake the answer.
      if (!heard) setState(first);
    };
    call('backups.get', undefined)
      .then(take)
      .catch(() => take('failed'));
    return () => {
      heard = true;
      end();
    };
  }, []);
  return state;
}
