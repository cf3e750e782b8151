import type { Binding } from '../../../shared/binding.ts';
import type { MatrixAccount } from './matrix/types.ts';
import type { Accounts } from './types.ts';

export type SignedIn = Readonly<{ account: MatrixAccount; userId: string }>;

/** The Matrix account with whose it is; undefined unless somebody is signed in. */
export function signedIn(accounts: Pick<Accounts, 'matrix' | 'state'>): SignedIn | undefined {
  const account = accounts.matrix();
  const { userId } = accounts.state().matrix;
  return account && userId !== undefined ? { account, userId } : undefined;
}

/** In whose name and over which server something is done, as far as that is known. */
export function identityIn(
  accounts: Pick<Accounts, 'matrix' | 'github' | 'state'>,
  via: 'matrix' | 'github',
): Binding {
  const { matrix, github } = accounts.state();
  const member = via === 'matrix' ? matrix.userId : github?.login;
  const who = member === undefined ? {} : { member };
  if (via === 'github') {
    const { url, apiUrl } = accounts.github();
    return { ...who, server: apiUrl, site: url };
  }
  const server = accounts.matrix()?.server();
  return { ...who, ...(server === undefined ? {} : { server }) };
}
