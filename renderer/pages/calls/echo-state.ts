import { useEffect, useState } from 'react';
import type { EchoState } from '../../../shared/echo/state.ts';
import { call, on } from '../../app/bridge.ts';

/** Heard only while the page is open: during a test the state comes four times a second. Undefined until it is there. */
export function useEcho(): EchoState | 'failed' | undefined {
  const [state, setState] = useState<EchoState | 'failed'>();
  useEffect(() => {
    let heard = false;
    const end = on('echo', (next) => {
      heard = true;
      setState(next);
    });
    call('echo.get', undefined)
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
