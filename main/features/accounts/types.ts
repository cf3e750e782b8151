/** The member's accounts: the API for other features, and the calls of the accounts page. */
import type { FoundServer } from '../../../shared/accounts/ipc.ts';
import type { AccountFault } from '../../../shared/accounts/state.ts';
import type { GithubPlace, MatrixPlace } from '../../../shared/coop/accounts.ts';
import type { MemberAccounts } from '../contracts/accounts.ts';

export type Places = Readonly<{ matrix?: MatrixPlace; github?: GithubPlace }>;

export type Accounts = MemberAccounts &
  Readonly<{
    /** Takes the accounts' part of the document. */
    setPlaces: (places: Places) => void;
    /** Restores the accounts of the last run. Never rejects: failures are in the state. */
    restore: () => Promise<void>;
    commands: AccountCommands;
    /** Call when the machine wakes or the network is back. */
    wake: () => void;
    dispose: () => void;
  }>;

/** The calls of the accounts page. None rejects. */
export type AccountCommands = Readonly<{
  find: (server: string) => Promise<FoundServer>;
  /** Returns the fault if signing in failed. */
  signInMatrix: (
    server: string,
    user: string,
    password: string,
  ) => Promise<AccountFault | undefined>;
  signInBrowser: (server: string) => Promise<AccountFault | undefined>;
  signOutMatrix: () => Promise<void>;
  signInGithub: () => Promise<AccountFault | undefined>;
  openGithubPage: () => Promise<void>;
  copyGithubCode: () => Promise<void>;
  signOutGithub: () => Promise<void>;
  /** Cancels a sign-in that waits for a browser or a code. */
  cancel: () => void;
  keepForSession: () => void;
}>;
