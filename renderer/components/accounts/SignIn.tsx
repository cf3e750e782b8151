import type { AccountsState } from '../../../shared/accounts/state.ts';
import { GithubSignIn } from './GithubSignIn.tsx';
import { MatrixSignIn } from './MatrixSignIn.tsx';

type Props = Readonly<{ via: 'matrix' | 'github'; accounts: AccountsState }>;

/** Renders nothing for GitHub if the document does not name it. */
export function SignIn({ via, accounts }: Props) {
  if (via === 'matrix') return <MatrixSignIn accounts={accounts} />;
  return accounts.github && <GithubSignIn accounts={accounts} github={accounts.github} />;
}
