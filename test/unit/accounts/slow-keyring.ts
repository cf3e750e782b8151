import type { CredentialStorage } from '../../../main/features/accounts/credential-storage.ts';
import type { Secrets } from '../../../main/platform/secrets/types.ts';

/** Credential storage on a working keyring that returns nothing before `ready` resolves. */
export function slowStorage(secrets: Secrets, ready: () => Promise<unknown>): CredentialStorage {
  return {
    keyring: () => 'available',
    forSession: () => false,
    agreeToSession: () => undefined,
    place: async () => 'keyring',
    note: () => undefined,
    store: () => ({
      ...secrets,
      get: async (account) => {
        await ready();
        return secrets.get(account);
      },
    }),
    forget: (_place, entry) => secrets.delete(entry),
    kept: async () => undefined,
    isTidy: () => true,
    tidy: () => undefined,
  };
}
