/**
 * The keyring of the desktop: Secret Service, Keychain or Credential Manager, by keytar. Its library is loaded at the
 * first call: most members have no account.
 */
import { Buffer } from 'node:buffer';
import type { Clock } from '../clock.ts';
import { endDespiteStuckThread } from '../stuck-thread.ts';
import { faultOf } from './fault.ts';
import { createKeyringQueue } from './keyring-queue.ts';
import type { Secrets } from './types.ts';
import { secretLimitBytes, SecretsError } from './types.ts';

/** What we use of keytar. */
export type Keyring = Readonly<{
  getPassword: (service: string, account: string) => Promise<string | null>;
  setPassword: (service: string, account: string, password: string) => Promise<void>;
  deletePassword: (service: string, account: string) => Promise<boolean>;
}>;

export type SecretsDeps = Readonly<{
  clock: Clock;
  load?: () => Promise<Keyring>;
  /** Limit of each call, with time for the member to type the keyring's password; libsecret itself waits for ever. */
  limitMs?: number;
  onStuck?: () => () => void;
}>;

/** The name under which members find the entries in their keyring. */
const service = 'Coop Tray';
/** An empty entry, written and deleted to find out whether the keyring works. */
const trial = 'trial';

export function createSecrets(deps: SecretsDeps): Secrets {
  const { clock, load = loadKeytar, limitMs = 20_000, onStuck = endDespiteStuckThread } = deps;
  const inTurn = createKeyringQueue({ clock, limitMs, onStuck });
  const ask = <T>(question: (keyring: Keyring) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      try {
        return await question(await load());
      } catch (error) {
        throw new SecretsError(faultOf(error));
      }
    });
  const tryOut = async (keyring: Keyring) => {
    await keyring.setPassword(service, trial, trial);
    await keyring.deletePassword(service, trial);
  };

  return {
    get: (account) =>
      ask(async (keyring) => {
        const secret = await keyring.getPassword(service, account);
        // A locked keyring answers as an empty one does; only writing tells them apart.
        if (secret === null) await tryOut(keyring);
        return secret ?? undefined;
      }),
    set: (account, secret) => {
      if (Buffer.byteLength(secret) > secretLimitBytes) {
        return Promise.reject(new RangeError(`a secret of more than ${secretLimitBytes} bytes`));
      }
      return ask((keyring) => keyring.setPassword(service, account, secret));
    },
    delete: (account) =>
      ask(async (keyring) => {
        const wasThere = await keyring.deletePassword(service, account);
        if (!wasThere) await tryOut(keyring);
      }),
    status: async () => {
      try {
        await ask(tryOut);
        return 'available';
      } catch (error) {
        if (error instanceof SecretsError) return error.fault;
        throw error;
      }
    },
  };
}

async function loadKeytar(): Promise<Keyring> {
  return (await import('keytar')).default;
}
