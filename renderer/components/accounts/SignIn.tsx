import type { AccountsState } from '../../../shared/accounts/state.ts';
import { GithubSignIn } from './GithubSignIn.tsx';
import { MatrixSignIn } from './MatrixSignIn.tsx';

type Props = Readonly<{ via: 'matrix' | 'github'; accounts: AccountsState }>;

/** For wherever somebody has to be signed in first; draws nothing for a GitHub that the document does not name. */
export function SignIn({ via, accounts }: Props) {
  if (via === 'matrix') return <MatrixSignIn accounts={accounts} />;
  return accounts.github && <GithubSignIn accounts={accounts} github={accounts.github} />;
}
