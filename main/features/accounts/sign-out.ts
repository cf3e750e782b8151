/**
 * Takes the secrets of accounts out of the keyring. One that hangs cannot say whether it has: so each is noted on the disk
 * until it is known to be gone, and asked for again at the next start and whenever the machine wakes.
 */
import type { Clock } from '../../platform/clock.ts';
import { inTime } from '../../platform/time-limit.ts';
import type { Secrets, SecretsFault } from '../../platform/secrets/types.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import type { KnownAccounts } from './known-accounts.ts';

export type Leaving = Readonly<{
  /** Whether it is gone. Never rejects, and answers after a moment: a keyring that hangs is waited for elsewhere. */
  forget: (entry: string) => Promise<boolean>;
  /** There is something under this name again. */
  keep: (entry: string) => Promise<void>;
  /** Asks once more for all that is not known to be gone. */
  resume: () => void;
  isOver: () => boolean;
}>;

export type LeavingParts = Readonly<{
  clock: Clock;
  keyring: Pick<Secrets, 'delete'>;
  remembered: Pick<KnownAccounts, 'leaving' | 'setLeaving'>;
  /** What the keyring has answered. */
  note: (fault: SecretsFault) => void;
  /** One is gone. */
  changed: () => void;
}>;

/** A keyring that works answers in a tenth of this; in ms. */
const momentMs = 2000;

export function createLeaving({ clock, keyring, remembered, ...parts }: LeavingParts): Leaving {
  const asked = new Map<string, Promise<boolean>>();

  const remove = async (entry: string): Promise<boolean> => {
    try {
      await keyring.delete(entry);
    } catch (error) {
      if (error instanceof SecretsError) parts.note(error.fault);
      return false;
    }
    await remembered.setLeaving(entry, false);
    parts.changed();
    return true;
  };
  /** Once at a time: a second question would only wait behind the one that hangs. */
  const ask = (entry: string): Promise<boolean> => {
    const known = asked.get(entry);
    if (known) return known;
    const answer = remove(entry).finally(() => asked.delete(entry));
    asked.set(entry, answer);
    return answer;
  };

  return {
    forget: async (entry) => {
      await remembered.setLeaving(entry, true);
      return (await inTime(clock, momentMs, ask(entry))) ?? false;
    },
    keep: (entry) => remembered.setLeaving(entry, false),
    resume: () => {
      for (const entry of remembered.leaving()) void ask(entry);
    },
    isOver: () => remembered.leaving().length === 0,
  };
}
