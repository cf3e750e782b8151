/**
 * Where the secrets of accounts go: into the keyring, or, once the member has agreed to it, into this session's memory.
 * There is no third place: nothing is ever written in plain text.
 */
import type { Secrets, SecretsStatus } from '../platform/secrets/types.ts';
import { SecretsError } from '../platform/secrets/types.ts';

export type Place = 'keyring' | 'session';

export type Keeping = Readonly<{
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
}>;

export type KeepingParts = Readonly<{
  keyring: Secrets;
  session: Secrets;
  changed: () => void;
}>;

export function createKeeping({ keyring, session, changed }: KeepingParts): Keeping {
  let known: SecretsStatus | undefined;
  let agreed = false;
  const note = (status: SecretsStatus) => {
    if (status === known) return;
    known = status;
    changed();
  };
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
  };
}
