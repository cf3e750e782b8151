/**
 * Removes the secrets of accounts from the keyring. Since a keyring may hang, each removal is recorded on disk until it
 * is confirmed, and retried at the next start and whenever the machine wakes.
 */
import type { Clock } from '../../platform/clock.ts';
import { inTime } from '../../platform/time-limit.ts';
import type { Secrets, SecretsFault } from '../../platform/secrets/types.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import type { KnownAccounts } from './known-accounts.ts';

export type Leaving = Readonly<{
  /** Resolves within 2 s to whether it is removed; a hanging keyring is awaited in the background. Never rejects. */
  forget: (entry: string) => Promise<boolean>;
  /** Cancels the removal: the entry was written again. */
  keep: (entry: string) => Promise<void>;
  /** Retries every removal that is not confirmed. */
  resume: () => void;
  isOver: () => boolean;
}>;

export type LeavingDeps = Readonly<{
  clock: Clock;
  keyring: Pick<Secrets, 'delete'>;
  remembered: Pick<KnownAccounts, 'leaving' | 'setLeaving'>;
  /** Called if the keyring fails. */
  note: (fault: SecretsFault) => void;
  /** Called after an entry is removed. */
  changed: () => void;
}>;

/** A working keyring answers in a tenth of this. */
const confirmTimeoutMs = 2000;

export function createLeaving({ clock, keyring, remembered, ...deps }: LeavingDeps): Leaving {
  const asked = new Map<string, Promise<boolean>>();

  const remove = async (entry: string): Promise<boolean> => {
    try {
      await keyring.delete(entry);
    } catch (error) {
      if (error instanceof SecretsError) deps.note(error.fault);
      return false;
    }
    await remembered.setLeaving(entry, false);
    deps.changed();
    return true;
  };
  /** One call per entry: a second would only queue behind a hanging one. */
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
      return (await inTime(clock, confirmTimeoutMs, ask(entry))) ?? false;
    },
    keep: (entry) => remembered.setLeaving(entry, false),
    resume: () => {
      for (const entry of remembered.leaving()) void ask(entry);
    },
    isOver: () => remembered.leaving().length === 0,
  };
}
