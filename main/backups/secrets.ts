/** The secrets of sources: in the keyring only, and asked for once a session. */
import type { SecretFault } from '../../shared/backups/ipc.ts';
import type { BackupSource } from '../../shared/coop/backups.ts';
import { SecretsError } from '../platform/secrets/types.ts';

/** The keyring. All of it rejects where there is none. */
export type BackupSecrets = Readonly<{
  get: (account: string) => Promise<string | undefined>;
  set: (account: string, secret: string) => Promise<void>;
  delete: (account: string) => Promise<void>;
}>;

export type SourceSecrets = Readonly<{
  /** Undefined where there is none, or the keyring does not give it. */
  of: (source: BackupSource) => Promise<string | undefined>;
  keep: (source: BackupSource, secret: string) => Promise<SecretFault | undefined>;
  /** Asks the keyring again: the member may have opened it. */
  forget: () => void;
}>;

/** Kept by the source's address too: a document that is changed later cannot have it sent elsewhere. */
function accountOf({ id, url }: BackupSource): string {
  return `backups ${id} ${new URL(url).origin}`;
}

export function createSourceSecrets(secrets: BackupSecrets): SourceSecrets {
  // A keyring that is closed asks its owner to open it each time: once is enough until they ask for it.
  const known = new Map<string, Promise<string | undefined>>();
  return {
    of: (source) => {
      const account = accountOf(source);
      const asked = known.get(account) ?? secrets.get(account).catch(() => undefined);
      known.set(account, asked);
      return asked;
    },
    keep: async (source, secret) => {
      const account = accountOf(source);
      try {
        await (secret ? secrets.set(account, secret) : secrets.delete(account));
        known.delete(account);
        return undefined;
      } catch (error) {
        return error instanceof SecretsError ? `keyring-${error.fault}` : 'internal';
      }
    },
    forget: () => known.clear(),
  };
}
