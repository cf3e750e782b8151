/** The secrets of sources: in the keyring only, each bound to the request that the member typed it for. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { SecretFault } from '../../../shared/backups/ipc.ts';
import type { Binding } from '../../../shared/binding.ts';
import { BindingSchema, differences } from '../../../shared/binding.ts';
import type { BackupSource } from '../../../shared/coop/backups.ts';
import { parseJson } from '../../../shared/json.ts';
import type { Secrets } from '../../platform/secrets/types.ts';
import { SecretsError } from '../../platform/secrets/types.ts';
import { addressOf } from './addresses.ts';

/** The keyring. Every call rejects if there is none. */
export type BackupSecrets = Pick<Secrets, 'get' | 'set' | 'delete'>;

/**
 * `missing`: also if the keyring fails. `moved`: it was typed for another request, and is not sent until the member
 * types it again.
 */
export type SourceSecret =
  | Readonly<{ is: 'known'; secret: string }>
  | Readonly<{ is: 'missing' | 'moved' }>;

export type SourceSecrets = Readonly<{
  of: (source: BackupSource) => Promise<SourceSecret>;
  keep: (source: BackupSource, secret: string) => Promise<SecretFault | undefined>;
  /** Drops cached answers of the keyring, which the member may have unlocked since. */
  forget: () => void;
}>;

const KeptSchema = v.object({ version: v.literal(1), bound: BindingSchema, secret: v.string() });

function accountOf({ id, url }: BackupSource): string {
  return `backups ${id} ${new URL(url).origin}`;
}

/** Binds to the whole request: the URL with path and query, the kind, and how the secret is sent. */
function bindingOf(source: BackupSource): Binding {
  // Hashed: a URL may be as long as a whole keyring entry.
  const url = createHash('sha256').update(addressOf(source)).digest('base64url').slice(0, 22);
  return { url, kind: source.kind, auth: source.auth };
}

/** A secret that an early version stored unbound counts as moved: its request is unknown. */
function secretIn(entry: string | undefined, source: BackupSource): SourceSecret {
  if (!entry) return { is: 'missing' };
  const { success, output } = v.safeParse(KeptSchema, parseJson(entry));
  const isBound = success && differences(bindingOf(source), output.bound).length === 0;
  return isBound ? { is: 'known', secret: output.secret } : { is: 'moved' };
}

export function createSourceSecrets(secrets: BackupSecrets): SourceSecrets {
  // A locked keyring prompts each time, so it is asked once, until the member polls manually.
  const known = new Map<string, Promise<string | undefined>>();
  return {
    of: async (source) => {
      const account = accountOf(source);
      const asked = known.get(account) ?? secrets.get(account).catch(() => undefined);
      known.set(account, asked);
      return secretIn(await asked, source);
    },
    keep: async (source, secret) => {
      const account = accountOf(source);
      const entry = JSON.stringify({ version: 1, bound: bindingOf(source), secret });
      try {
        await (secret ? secrets.set(account, entry) : secrets.delete(account));
        known.delete(account);
        return undefined;
      } catch (error) {
        return error instanceof SecretsError ? `keyring-${error.fault}` : 'internal';
      }
    },
    forget: () => known.clear(),
  };
}
