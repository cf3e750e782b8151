import { useEffect, useState } from 'react';
import type { NewsState } from '../../../shared/announcements/state.ts';
import { call, on } from '../../app/bridge.ts';

/** Heard only while the page is open. Undefined until it is there. */
export function useNews(): NewsState | 'failed' | undefined {
  const [state, setState] = useState<NewsState | 'failed'>();
  useEffect(() => {
    let heard = false;
    const end = on('news', (next) => {
      heard = true;
      setState(next);
    });
    call('news.get', undefined)
      .then((first) => {
        // An event may overtake the answer.
        if (!heard) setState(first);
      })
      .catch(() => {
        if (!heard) setState('failed');
      });
    return () => {
      heard = true;
      end();
    };
  }, []);
  return state;
}
