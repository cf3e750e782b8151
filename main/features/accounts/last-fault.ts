/** Why the member's last action with an account failed. */
import type { AccountFault } from '../../../shared/accounts/state.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import type { CredentialStorage } from './credential-storage.ts';
import { isPast } from './credential-storage.ts';
import { faultOf } from './fault.ts';

export type LastFault = Readonly<{
  set: (fault: AccountFault | undefined) => void;
  /** Records the fault of a failed action, and returns it. */
  fail: (error: unknown) => AccountFault;
  view: () => Readonly<{ fault?: AccountFault }>;
}>;

export type LastFaultDeps = Readonly<{
  storage: Pick<CredentialStorage, 'note' | 'isTidy'>;
  changed: () => void;
}>;

export function createLastFault({ storage, changed }: LastFaultDeps): LastFault {
  let fault: AccountFault | undefined;
  return {
    set: (next) => {
      fault = next;
    },
    fail: (error) => {
      if (error instanceof SecretsError) storage.note(error.fault);
      fault = faultOf(error);
      changed();
      return fault;
    },
    view: () => (fault && !isPast(fault, storage) ? { fault } : {}),
  };
}
