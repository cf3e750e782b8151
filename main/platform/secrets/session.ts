import type { Secrets } from './types.ts';

/**
 * In-memory secrets for a member without a keyring, who was told so. There is deliberately no plain-text store to fall
 * back to.
 */
export function createSessionSecrets(): Secrets {
  const secrets = new Map<string, string>();
  return {
    get: async (account) => secrets.get(account),
    set: async (account, secret) => void secrets.set(account, secret),
    delete: async (account) => void secrets.delete(account),
    status: async () => 'available',
  };
}
