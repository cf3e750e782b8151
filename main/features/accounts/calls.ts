/** What the calls about accounts do. The feature itself is read at the first of them. */
import type { CallHandlers, CallName } from '../../../shared/ipc.ts';
import type { Accounts } from './types.ts';

type AccountsCall = Extract<CallName, `accounts.${string}`>;

export function createAccountsCalls(
  accounts: () => Promise<Accounts>,
): Pick<CallHandlers, AccountsCall> {
  const commands = async () => (await accounts()).commands;
  return {
    'accounts.get': async () => (await accounts()).state(),
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
    'accounts.restore': async () => (await accounts()).restore(),
  };
}
