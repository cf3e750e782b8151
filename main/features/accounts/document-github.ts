/** The GitHub that the document names, and the member's account there; without one, github.com, signed out. */
import type { GithubView } from '../../../shared/accounts/state.ts';
import type { GithubPlace } from '../../../shared/coop/accounts.ts';
import type { MemberAccounts } from '../contracts/accounts.ts';
import { createGithubApi } from './github/api.ts';
import type { GithubMember, GithubMemberDeps } from './github-member.ts';
import { createGithubMember } from './github-member.ts';
import type { AccountCommands } from './types.ts';

export type DocumentGithubDeps = Omit<GithubMemberDeps, 'place'> &
  Readonly<{ copyText: (text: string) => Promise<void> }>;

export type DocumentGithub = Readonly<{
  /** Undefined if the document names none. */
  view: () => GithubView | undefined;
  now: MemberAccounts['github'];
  setPlace: (place: GithubPlace | undefined) => void;
  /** Restores the sign-in of the last run; undefined if there was none. */
  restore: (login: string | undefined) => Promise<void>;
  cancel: () => void;
  commands: Pick<
    AccountCommands,
    'signInGithub' | 'openGithubPage' | 'copyGithubCode' | 'signOutGithub'
  >;
}>;

export function createDocumentGithub(deps: DocumentGithubDeps): DocumentGithub {
  const { clock, request, copyText } = deps;
  /** Reads public repositories even if the document names no app to sign in with. */
  const anonymous = createGithubApi({ request, clock, token: () => undefined });
  let current: Readonly<{ place: GithubPlace; member: GithubMember }> | undefined;
  let lastLogin: string | undefined;
  const member = () => current?.member;

  return {
    view: () => member()?.view(),
    now: () => ({
      api: member()?.api ?? anonymous,
      signedIn: member()?.signedIn() ?? false,
      url: current?.place.url ?? 'https://github.com',
      apiUrl: current?.place.apiUrl ?? 'https://api.github.com',
    }),
    setPlace: (place) => {
      if (JSON.stringify(place) === JSON.stringify(current?.place)) return;
      member()?.cancel();
      lastLogin = member()?.view().login ?? lastLogin;
      current = place && { place, member: createGithubMember({ ...deps, place }) };
      void member()?.restore(lastLogin);
    },
    restore: async (login) => {
      lastLogin = login;
      await member()?.restore(login);
    },
    cancel: () => member()?.cancel(),
    commands: {
      signInGithub: async () => member()?.signIn() ?? 'internal',
      openGithubPage: async () => member()?.openPage(),
      copyGithubCode: async () => {
        const code = member()?.view().code;
        if (code) await copyText(code.userCode);
      },
      signOutGithub: async () => {
        lastLogin = undefined;
        await member()?.signOut();
      },
    },
  };
}
