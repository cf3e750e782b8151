/** The member's accounts at Matrix and GitHub: signing in and out, and acting as the member. */
import type { request as octokit } from '@octokit/request';
import { createEmitter } from '../../platform/emitter.ts';
import type { Secrets } from '../../platform/secrets/types.ts';
import { createRepository } from './github/issues.ts';
import { createDocumentGithub } from './document-github.ts';
import { createCredentialStorage } from './credential-storage.ts';
import { identityOf, signedInAs } from './identity.ts';
import type { BrowserDeps } from './matrix/browser.ts';
import type { FindDeps } from './matrix/server.ts';
import { createListening } from './room-subscriptions.ts';
import { createMatrixMember } from './matrix-member.ts';
import type { RememberedStore } from './known-accounts.ts';
import { createKnownAccounts } from './known-accounts.ts';
import type { Accounts } from './types.ts';

export type AccountsDeps = FindDeps &
  Readonly<{
    request: typeof octokit;
    keyring: Secrets;
    /** Secrets in memory, until the app ends. */
    session: Secrets;
    remembered: RememberedStore;
    browser: BrowserDeps;
    copyText: (text: string) => Promise<void>;
  }>;

export function createAccounts(deps: AccountsDeps): Accounts {
  const { clock, keyring, session } = deps;
  const changes = createEmitter<void>();
  const matrixChanges = createEmitter<void>();
  const remembered = createKnownAccounts(deps.remembered);
  const changed = () => changes.emit();
  const storage = createCredentialStorage({ clock, keyring, session, remembered, changed });
  const shared = { ...deps, storage, remembered, changed };
  const matrix = createMatrixMember(shared);
  const github = createDocumentGithub({ ...shared, openPage: deps.browser.openPage });
  const listening = createListening(clock, matrix.account);
  let lastMatrix: ReturnType<Accounts['matrix']>;
  changes.on(() => {
    const account = matrix.account();
    if (account === lastMatrix) return;
    lastMatrix = account;
    listening.renew();
    matrixChanges.emit();
  });

  const state = () => {
    const [githubView, status] = [github.view(), storage.keyring()];
    return {
      matrix: matrix.view(),
      ...(githubView ? { github: githubView } : {}),
      forSession: storage.forSession(),
      ...(status === undefined ? {} : { keyring: status }),
    };
  };

  return {
    state,
    onChange: changes.on,
    onMatrixChange: matrixChanges.on,
    matrix: matrix.account,
    signedIn: () => signedInAs({ state: state(), matrix: matrix.account() }),
    identity: (via) =>
      identityOf({ state: state(), matrix: matrix.account(), github: github.now() }, via),
    listening,
    github: github.now,
    repository: ({ owner, repo }, check = () => {}) =>
      createRepository({ api: github.now().api, check, owner, repo }),
    setPlaces: (places) => {
      matrix.setServer(places.matrix?.homeserver);
      github.setPlace(places.github);
      changed();
    },
    restore: async () => {
      const who = await remembered.load();
      storage.tidy();
      await Promise.all([matrix.restore(who.matrix), github.restore(who.github?.login)]);
    },
    commands: {
      ...github.commands,
      find: matrix.find,
      signInMatrix: matrix.signIn,
      signInBrowser: matrix.signInBrowser,
      signOutMatrix: matrix.signOut,
      cancel: () => {
        matrix.cancel();
        github.cancel();
      },
      keepForSession: storage.agreeToSession,
    },
    wake: () => {
      storage.tidy();
      matrix.wake();
    },
    dispose: () => {
      changes.clear();
      matrixChanges.clear();
      github.cancel();
      listening.dispose();
      matrix.dispose();
    },
  };
}
