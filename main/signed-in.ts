import type { MatrixAccount } from './accounts/matrix/types.ts';
import type { Accounts } from './accounts/types.ts';

export type SignedIn = Readonly<{ account: MatrixAccount; userId: string }>;

/** The Matrix account with whose it is; undefined unless somebody is signed in. */
export function signedIn(accounts: Pick<Accounts, 'matrix' | 'state'>): SignedIn | undefined {
  const account = accounts.matrix();
  const { userId } = accounts.state().matrix;
  return account && userId !== undefined ? { account, userId } : undefined;
}
