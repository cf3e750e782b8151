/** The member's accounts at Matrix and GitHub: signing in and out, and what acts in their name. */
import type { request as octokit } from '@octokit/request';
import type { GithubPlace } from '../../../shared/coop/accounts.ts';
import type { Secrets } from '../../platform/secrets/types.ts';
import { createGithubApi } from './github/api.ts';
import type { GithubMember } from './github-member.ts';
import { createGithubMember } from './github-member.ts';
import { createCredentialStorage } from './credential-storage.ts';
import type { BrowserDeps } from './matrix/browser.ts';
import type { FindDeps } from './matrix/server.ts';
import { createListening } from './room-subscriptions.ts';
import { createMatrixMember } from './matrix-member.ts';
import type { RememberedStore } from './known-accounts.ts';
import { createKnownAccounts } from './known-accounts.ts';
import type { Accounts } from './types.ts';

export type AccountsParts = FindDeps &
  Readonly<{
    request: typeof octokit;
    keyring: Secrets;
    /** Secrets that end with the app. */
    session: Secrets;
    remembered: RememberedStore;
    browser: BrowserDeps;
    copyText: (text: string) => Promise<void>;
  }>;

export function createAccounts(parts: AccountsParts): Accounts {
  const { clock } = parts;
  const listeners = new Set<() => void>();
  let listened: ReturnType<Accounts['matrix']>;
  const changed = () => {
    const account = matrix.account();
    if (account !== listened) listening.renew();
    listened = account;
    for (const listener of listeners) listener();
  };
  const { keyring, session } = parts;
  const remembered = createKnownAccounts(parts.remembered);
  const storage = createCredentialStorage({ clock, keyring, session, remembered, changed });
  const shared = { ...parts, storage, remembered, changed };
  const matrix = createMatrixMember(shared);
  const listening = createListening(clock, matrix.account);
  /** Of everybody: what is public can be read where the document names no app to sign in with. */
  const anyone = createGithubApi({ request: parts.request, clock, token: () => undefined });
  let github: Readonly<{ place: GithubPlace; member: GithubMember }> | undefined;
  let lastLogin: string | undefined;

  const setGithub = (place: GithubPlace | undefined) => {
    if (JSON.stringify(place) === JSON.stringify(github?.place)) return;
    github?.member.cancel();
    lastLogin = github?.member.view().login ?? lastLogin;
    github = place && {
      place,
      member: createGithubMember({ ...shared, place, openPage: parts.browser.openPage }),
    };
    void github?.member.restore(lastLogin);
  };

  return {
    state: () => {
      const status = storage.keyring();
      return {
        matrix: matrix.view(),
        ...(github ? { github: github.member.view() } : {}),
        forSession: storage.forSession(),
        ...(status === undefined ? {} : { keyring: status }),
      };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    matrix: matrix.account,
    listening,
    github: () => ({
      api: github?.member.api ?? anyone,
      signedIn: github?.member.signedIn() ?? false,
      url: github?.place.url ?? 'https://github.com',
      apiUrl: github?.place.apiUrl ?? 'https://api.github.com',
    }),
    setPlaces: (places) => {
      matrix.setServer(places.matrix?.homeserver);
      setGithub(places.github);
      changed();
    },
    restore: async () => {
      const who = await remembered.load();
      storage.tidy();
      lastLogin = who.github?.login;
      await Promise.all([matrix.restore(who.matrix), github?.member.restore(lastLogin)]);
    },
    commands: {
      find: matrix.find,
      signInMatrix: matrix.signIn,
      signInBrowser: matrix.signInBrowser,
      signOutMatrix: matrix.signOut,
      signInGithub: async () => github?.member.signIn() ?? 'internal',
      openGithubPage: async () => github?.member.openPage(),
      copyGithubCode: async () => {
        const code = github?.member.view().code;
        if (code) await parts.copyText(code.userCode);
      },
      signOutGithub: async () => {
        lastLogin = undefined;
        await github?.member.signOut();
      },
      cancel: () => {
        matrix.cancel();
        github?.member.cancel();
      },
      keepForSession: storage.agreeToSession,
    },
    wake: () => {
      storage.tidy();
      matrix.wake();
    },
    dispose: () => {
      listeners.clear();
      github?.member.cancel();
      listening.dispose();
      matrix.dispose();
    },
  };
}
