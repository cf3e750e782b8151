import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** In the profile while there is an account to restore or a secret to remove from the keyring, and only then. */
export const rememberedName = 'accounts.json';

/** Most members have no account: a look at the disk that costs nothing. */
export function hasAccounts(profileDir: string): boolean {
  return existsSync(join(profileDir, rememberedName));
}
