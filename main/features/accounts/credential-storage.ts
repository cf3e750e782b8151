/**
 * Where the secrets of accounts go: into the keyring, or, once the member has agreed to it, into this session's memory.
 * There is no third place: nothing is ever written in plain text.
 */
import type { AccountFault } from '../../../shared/accounts/state.ts';
import type { Secrets, SecretsStatus } from '../../platform/secrets/types.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import { SignInError } from './fault.ts';
import type { LeavingParts } from './sign-out.ts';
import { createLeaving } from './sign-out.ts';

export type Place = 'keyring' | 'session';

export type CredentialStorage = Readonly<{
  /** Of the last look; undefined while nobody has looked. */
  keyring: () => SecretsStatus | undefined;
  forSession: () => boolean;
  /** The member agrees to accounts that end with the app. */
  agreeToSession: () => void;
  /** For a new account. Throws SecretsError while there is no keyring and the member has not agreed to do without. */
  place: () => Promise<Place>;
  /** Notes what a call to the keyring has shown. */
  note: (status: SecretsStatus) => void;
  store: (place: Place) => Secrets;
  /**
   * Takes an entry out. Throws SignInError where a keyring has not said that it is gone: it is asked again until it has,
   * also after a new start.
   */
  forget: (place: Place, entry: string) => Promise<void>;
  /** An entry has been written, and is not to be taken out any more. */
  kept: (entry: string) => Promise<void>;
  /** Whether all that had to be taken out is gone. */
  isTidy: () => boolean;
  /** Asks again for what has to go. */
  tidy: () => void;
}>;

export type CredentialStorageDeps = Pick<LeavingParts, 'clock' | 'remembered'> &
  Readonly<{
    keyring: Secrets;
    session: Secrets;
    changed: () => void;
  }>;

export function createCredentialStorage(parts: CredentialStorageDeps): CredentialStorage {
  const { keyring, session, changed } = parts;
  let known: SecretsStatus | undefined;
  let agreed = false;
  const note = (status: SecretsStatus) => {
    if (status === known) return;
    known = status;
    changed();
  };
  const leaving = createLeaving({ ...parts, note });
  return {
    keyring: () => known,
    forSession: () => agreed,
    agreeToSession: () => {
      agreed = true;
      changed();
    },
    note,
    place: async () => {
      // A keyring that hangs is not asked again once the member does without it: each look would take its whole limit.
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

/** A keyring that has answered after all is told of no longer. */
export function isPast(
  fault: AccountFault,
  { isTidy }: Pick<CredentialStorage, 'isTidy'>,
): boolean {
  return fault === 'not-forgotten' && isTidy();
}
