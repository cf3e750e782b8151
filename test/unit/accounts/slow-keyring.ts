import type { CredentialStorage } from '../../../main/features/accounts/credential-storage.ts';
import type { Secrets } from '../../../main/platform/secrets/types.ts';

/** What an account is kept by: a keyring that is there, and gives nothing out before `ready` has come. */
export function keptSlowly(secrets: Secrets, ready: () => Promise<unknown>): CredentialStorage {
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
