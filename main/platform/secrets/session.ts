import type { Secrets } from './types.ts';

/**
 * Secrets that end with the app, for a member who has no keyring and was told so. Nothing is written: there is no
 * store in plain text to fall back to.
 */
export function createSessionSecrets(): Secrets {
  const kept = new Map<string, string>();
  return {
    get: async (account) => kept.get(account),
    set: async (account, secret) => void kept.set(account, secret),
    delete: async (account) => void kept.delete(account),
    status: async () => 'available',
  };
}
