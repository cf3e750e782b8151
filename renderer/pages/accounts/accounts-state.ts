import { useEffect, useState } from 'react';
import type { AccountsState } from '../../../shared/accounts/state.ts';
import { call, on } from '../../app/bridge.ts';

/** The member's accounts, heard of while the component is there. Undefined until they are known. */
export function useAccounts(): AccountsState | 'failed' | undefined {
  const [state, setState] = useState<AccountsState | 'failed'>();
  useEffect(() => {
    let heard = false;
    const end = on('accounts', (next) => {
      heard = true;
      setState(next);
    });
    call('accounts.get', undefined)
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
