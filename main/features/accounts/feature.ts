/** The member's accounts: loaded if an earlier run stored one, or when a call or another feature needs them. */
import type { Feature, FeatureCalls, Use } from '../feature.ts';
import type { Host } from '../host.ts';
import { hasAccounts } from './paths.ts';
import type { Accounts, Places } from './types.ts';

export function accountsFeature(host: Host): Feature<'accounts', Places, Accounts> {
  return {
    section: ({ matrix, github }) => ({ ...(matrix && { matrix }), ...(github && { github }) }),
    load: async (places) => (await import('./create.ts')).startAccounts(host, places),
    leftovers: { exist: () => hasAccounts(host.profileDir), delayMs: 0 },
    calls: accountsCalls,
  };
}

function accountsCalls({ api }: Use<Places, Accounts>): FeatureCalls<'accounts'> {
  const commands = async () => (await api()).commands;
  return {
    'accounts.get': async () => (await api()).state(),
    'accounts.matrix.find': async ({ server }) => (await commands()).find(server),
    'accounts.matrix.signIn': async ({ server, user, password }) =>
      (await commands()).signInMatrix(server, user, password),
    'accounts.matrix.signInBrowser': async ({ server }) => (await commands()).signInBrowser(server),
    'accounts.matrix.signOut': async () => (await commands()).signOutMatrix(),
    'accounts.github.signIn': async () => (await commands()).signInGithub(),
    'accounts.github.openPage': async () => (await commands()).openGithubPage(),
    'accounts.github.copyCode': async () => (await commands()).copyGithubCode(),
    'accounts.github.signOut': async () => (await commands()).signOutGithub(),
    'accounts.cancel': async () => (await commands()).cancel(),
    'accounts.keepForSession': async () => (await commands()).keepForSession(),
    'accounts.restore': async () => (await api()).restore(),
  };
}
