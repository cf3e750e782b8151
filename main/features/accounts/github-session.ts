/** The state of the member's sign-in at GitHub, with its tokens. */
import type { AccountFault, GithubView } from '../../../shared/accounts/state.ts';
import type { Place } from './credential-storage.ts';
import type { DeviceCode } from './github/device-flow.ts';
import type { KeptTokens } from './github/stored-credentials.ts';
import type { LastFaultDeps } from './last-fault.ts';
import { createLastFault } from './last-fault.ts';

export type GithubAccount = Readonly<{ login: string; place: Place }>;

/** `account`: one whose tokens could not be read from the keyring. */
export type SignedOut = Readonly<{ is: 'signed-out' | 'expired'; account?: GithubAccount }>;

export type GithubSession =
  | SignedOut
  /** `waiting` for the member to type the code. */
  | Readonly<{
      is: 'waiting';
      before: SignedOut;
      abort: AbortController;
      code?: DeviceCode;
      /** Issued, but not stored yet. */
      tokens?: KeptTokens;
    }>
  | Readonly<{ is: 'signed-in'; account: GithubAccount; tokens: KeptTokens }>;

export type SessionState = Readonly<{
  now: () => GithubSession;
  become: (next: GithubSession) => void;
  setFault: (fault: AccountFault | undefined) => void;
  /** Records the fault of a failed action, and returns it. */
  fail: (error: unknown) => AccountFault;
  view: () => GithubView;
}>;

export function createSessionState(deps: LastFaultDeps): SessionState {
  const fault = createLastFault(deps);
  let session: GithubSession = { is: 'signed-out' };
  return {
    now: () => session,
    become: (next) => {
      session = next;
    },
    setFault: fault.set,
    fail: fault.fail,
    view: () => {
      const login = accountIn(session)?.login;
      return {
        session: session.is,
        ...(login === undefined ? {} : { login }),
        ...(session.is === 'waiting' && session.code ? { code: session.code } : {}),
        ...(session.is === 'signed-in' ? { keptIn: session.account.place } : {}),
        ...fault.view(),
      };
    },
  };
}

export function accountIn(session: GithubSession): GithubAccount | undefined {
  return session.is === 'waiting' ? session.before.account : session.account;
}

export function tokensIn(session: GithubSession): KeptTokens | undefined {
  return 'tokens' in session ? session.tokens : undefined;
}
