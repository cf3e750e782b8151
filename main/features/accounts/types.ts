/** The member's accounts, as the parts of the app that act in their name see them. */
import type { FoundServer } from '../../../shared/accounts/ipc.ts';
import type { AccountFault, AccountsState } from '../../../shared/accounts/state.ts';
import type { GithubPlace, MatrixPlace } from '../../../shared/coop/accounts.ts';
import type { GithubApi } from './github/api.ts';
import type { Listening } from './room-subscriptions.ts';
import type { MatrixAccount } from './matrix/types.ts';

export type Places = Readonly<{ matrix?: MatrixPlace; github?: GithubPlace }>;

export type Accounts = Readonly<{
  state: () => AccountsState;
  /** Returns the function that takes the listener off. */
  onChange: (listener: () => void) => () => void;
  /** The Matrix account; undefined unless somebody is signed in. */
  matrix: () => MatrixAccount | undefined;
  /** To what is said in rooms, by whoever is signed in. */
  listening: Listening;
  /** GitHub in the member's name, or signed out: then public repositories only, and 60 requests an hour. */
  github: () => Readonly<{
    api: GithubApi;
    signedIn: boolean;
    /** Where that is, as the document says it. */
    url: string;
    apiUrl: string;
  }>;
  /** What the document names, taken up again when it changes. */
  setPlaces: (places: Places) => void;
  /** Takes up the accounts of the last time. Never rejects: what went wrong is in the state. */
  restore: () => Promise<void>;
  commands: AccountCommands;
  /** The machine is awake, or the line is back. */
  wake: () => void;
  dispose: () => void;
}>;

/** What the member does in the window. None rejects. */
export type AccountCommands = Readonly<{
  find: (server: string) => Promise<FoundServer>;
  /** Returns why nobody is signed in, if so. */
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
  /** Ends what waits for a browser or a code. */
  cancel: () => void;
  keepForSession: () => void;
}>;
