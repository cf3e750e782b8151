import type { Clock } from '../clock.ts';
import type { Secrets } from './types.ts';

/** The keyring, loaded when it is first needed: most members have no use for it. */
export async function openKeyring(clock: Clock): Promise<Secrets> {
  const { createSecrets } = await import('./index.ts');
  return createSecrets({ clock });
}
