import type { AccountsState } from '../../../shared/accounts/state.ts';
import type { Binding } from '../../../shared/binding.ts';
import type { SignedIn } from '../contracts/accounts.ts';
import type { MatrixRooms } from '../contracts/matrix-rooms.ts';

export type Known = Readonly<{
  state: AccountsState;
  matrix: MatrixRooms | undefined;
  github: Readonly<{ url: string; apiUrl: string }>;
}>;

/** The Matrix account with its owner; undefined while signed out. */
export function signedInAs({ state, matrix }: Omit<Known, 'github'>): SignedIn | undefined {
  const { userId } = state.matrix;
  return matrix && userId !== undefined ? { account: matrix, userId } : undefined;
}

/** The member and the server in whose name the app acts, as far as known. */
export function identityOf({ state, matrix, github }: Known, via: 'matrix' | 'github'): Binding {
  const member = via === 'matrix' ? state.matrix.userId : state.github?.login;
  const who = member === undefined ? {} : { member };
  if (via === 'github') return { ...who, server: github.apiUrl, site: github.url };
  const server = matrix?.server();
  return { ...who, ...(server === undefined ? {} : { server }) };
}
