import { useEffect, useState } from 'react';
import type { FeedbackState } from '../../../shared/feedback/state.ts';
import { call, on } from '../../app/bridge.ts';

/** Heard only while the page is open. Undefined until it is there. */
export function useFeedback(): FeedbackState | 'failed' | undefined {
  const [state, setState] = useState<FeedbackState | 'failed'>();
  useEffect(() => {
    let heard = false;
    const end = on('feedback', (next) => {
      heard = true;
      setState(next);
    });
    call('feedback.get', undefined)
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
