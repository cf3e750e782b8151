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
    const endProgress = on('echoRun', (run) =>
      // Progress that comes after the end is of a run that is no more.
      setState((now) => (typeof now === 'object' && now.run ? { ...now, run } : now)),
    );
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
      endProgress();
    };
  }, []);
  return state;
}
