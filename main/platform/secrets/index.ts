/**
 * The desktop's keyring (Secret Service, Keychain or Credential Manager), through keytar. The library is loaded on the
 * first call, since most members have no account.
 */
import { Buffer } from 'node:buffer';
import type { Clock } from '../clock.ts';
import { endDespiteStuckThread } from '../stuck-thread.ts';
import { faultOf } from './fault.ts';
import { createKeyringQueue } from './keyring-queue.ts';
import type { Secrets } from './types.ts';
import { secretLimitBytes, SecretsError } from './types.ts';

/** The part of keytar that we use. */
export type Keyring = Readonly<{
  getPassword: (service: string, account: string) => Promise<string | null>;
  setPassword: (service: string, account: string, password: string) => Promise<void>;
  deletePassword: (service: string, account: string) => Promise<boolean>;
}>;

export type SecretsDeps = Readonly<{
  clock: Clock;
  load?: () => Promise<Keyring>;
  /** Limit of each call, in ms; leaves time to type the keyring's password. libsecret itself waits forever. */
  limitMs?: number;
  onStuck?: () => () => void;
}>;

/** The name of the entries that members see in their keyring. */
const service = 'Coop Tray';
/** An entry that is written and deleted to test the keyring. */
const testEntry = 'trial';

export function createSecrets(deps: SecretsDeps): Secrets {
  const { clock, load = loadKeytar, limitMs = 20_000, onStuck = endDespiteStuckThread } = deps;
  const enqueue = createKeyringQueue({ clock, limitMs, onStuck });
  const ask = <T>(question: (keyring: Keyring) => Promise<T>): Promise<T> =>
    enqueue(async () => {
      try {
        return await question(await load());
      } catch (error) {
        throw new SecretsError(faultOf(error));
      }
    });
  const testKeyring = async (keyring: Keyring) => {
    await keyring.setPassword(service, testEntry, testEntry);
    await keyring.deletePassword(service, testEntry);
  };

  return {
    get: (account) =>
      ask(async (keyring) => {
        const secret = await keyring.getPassword(service, account);
        // A locked keyring looks like an empty one; only writing tells them apart.
        if (secret === null) await testKeyring(keyring);
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
        if (!wasThere) await testKeyring(keyring);
      }),
    status: async () => {
      try {
        await ask(testKeyring);
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
