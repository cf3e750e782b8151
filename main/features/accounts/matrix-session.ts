/** The state of the member's sign-in at Matrix, beside the account itself. */
import type { AccountFault, MatrixView } from '../../../shared/accounts/state.ts';
import type { Place } from './credential-storage.ts';
import type { KnownAccounts } from './known-accounts.ts';
import type { LastFaultDeps } from './last-fault.ts';
import { createLastFault } from './last-fault.ts';
import type { SessionState } from './matrix/types.ts';

export type Who = Readonly<{ userId: string; server: string }>;

export type Activity =
  | Readonly<{ is: 'idle' | 'restoring' }>
  | Readonly<{ is: 'signing-in'; abort: AbortController; inBrowser: boolean }>;

export type MatrixSession = Readonly<{
  activity: () => Activity;
  setActivity: (next: Activity) => void;
  who: () => Who | undefined;
  /** Sets the member of a restored account, which is remembered already. */
  setWho: (who: Who) => void;
  /** Also for the next start, unless the secrets are kept in memory only. Never rejects. */
  remember: (who: Who | undefined) => Promise<void>;
  /** Where the account's secrets are stored. */
  place: () => Place;
  setPlace: (place: Place) => void;
  setFault: (fault: AccountFault | undefined) => void;
  /** Records the fault of a failed action, and returns it. */
  fail: (error: unknown) => AccountFault;
  /** `named` is the server of the document. */
  view: (account: SessionState, named: string | undefined) => MatrixView;
}>;

export type MatrixSessionDeps = LastFaultDeps &
  Readonly<{ remembered: Pick<KnownAccounts, 'set'> }>;

export function createMatrixSession(deps: MatrixSessionDeps): MatrixSession {
  const fault = createLastFault(deps);
  let activity: Activity = { is: 'idle' };
  let who: Who | undefined;
  let place: Place = 'keyring';
  return {
    activity: () => activity,
    setActivity: (next) => {
      activity = next;
    },
    who: () => who,
    setWho: (next) => {
      who = next;
    },
    remember: (next) => {
      who = next;
      return deps.remembered.set('matrix', place === 'keyring' ? next : undefined);
    },
    place: () => place,
    setPlace: (next) => {
      place = next;
    },
    setFault: fault.set,
    fail: fault.fail,
    view: (account, named) => {
      const session = activity.is === 'idle' ? account : 'signing-in';
      const server = who?.server ?? named;
      return {
        session,
        ...(server === undefined ? {} : { server }),
        ...(activity.is === 'signing-in' && activity.inBrowser ? { inBrowser: true } : {}),
        ...(who ? { userId: who.userId } : {}),
        ...(session === 'signed-in' ? { keptIn: place } : {}),
        ...fault.view(),
      };
    },
  };
}
