import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Exists in the profile only while there is an account to restore or a secret to remove from the keyring. */
const rememberedName = 'accounts.json';

/** A cheap check, since most members have no account. */
export function hasAccounts(profileDir: string): boolean {
  return existsSync(join(profileDir, rememberedName));
}
