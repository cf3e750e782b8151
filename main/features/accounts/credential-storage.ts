/**
 * Where the secrets of accounts are stored: in the keyring or, if the member agrees, in memory until the app ends.
 * Nothing is ever written in plain text.
 */
import type { AccountFault } from '../../../shared/accounts/state.ts';
import type { Secrets, SecretsStatus } from '../../platform/secrets/types.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import { SignInError } from './fault.ts';
import type { LeavingDeps } from './sign-out.ts';
import { createLeaving } from './sign-out.ts';

export type Place = 'keyring' | 'session';

export type CredentialStorage = Readonly<{
  /** The last known state; undefined before the first call. */
  keyring: () => SecretsStatus | undefined;
  forSession: () => boolean;
  /** The member agrees to accounts that end with the app. */
  agreeToSession: () => void;
  /** For a new account. Throws SecretsError if there is no keyring and the member has not agreed to do without. */
  place: () => Promise<Place>;
  /** Records the keyring's state after a call to it. */
  note: (status: SecretsStatus) => void;
  store: (place: Place) => Secrets;
  /**
   * Removes an entry. Throws SignInError if the keyring has not confirmed it: it is retried until it has,
   * also after a restart.
   */
  forget: (place: Place, entry: string) => Promise<void>;
  /** Cancels a removal: the entry was written again. */
  kept: (entry: string) => Promise<void>;
  /** Whether all removals are confirmed. */
  isTidy: () => boolean;
  /** Retries all removals that are not confirmed. */
  tidy: () => void;
}>;

export type CredentialStorageDeps = Pick<LeavingDeps, 'clock' | 'remembered'> &
  Readonly<{
    keyring: Secrets;
    session: Secrets;
    changed: () => void;
  }>;

export function createCredentialStorage(deps: CredentialStorageDeps): CredentialStorage {
  const { keyring, session, changed } = deps;
  let known: SecretsStatus | undefined;
  let agreed = false;
  const note = (status: SecretsStatus) => {
    if (status === known) return;
    known = status;
    changed();
  };
  const leaving = createLeaving({ ...deps, note });
  return {
    keyring: () => known,
    forSession: () => agreed,
    agreeToSession: () => {
      agreed = true;
      changed();
    },
    note,
    place: async () => {
      // Once the member agreed to do without a hanging keyring, skip it: each call would run into its timeout.
      if (agreed && known !== 'available') return 'session';
      const status = await keyring.status();
      note(status);
      if (status === 'available') return 'keyring';
      if (agreed) return 'session';
      throw new SecretsError(status);
    },
    store: (place) => (place === 'keyring' ? keyring : session),
    forget: async (place, entry) => {
      if (place === 'session') return session.delete(entry);
      if (!(await leaving.forget(entry))) throw new SignInError('not-forgotten');
    },
    kept: leaving.keep,
    isTidy: leaving.isOver,
    tidy: leaving.resume,
  };
}

/** Whether the fault no longer applies because the keyring has answered since. */
export function isPast(
  fault: AccountFault,
  { isTidy }: Pick<CredentialStorage, 'isTidy'>,
): boolean {
  return fault === 'not-forgotten' && isTidy();
}
