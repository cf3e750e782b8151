import type { SecretsFault } from './types.ts';

/**
 * keytar passes on the keyring's message and no code. These are the messages of gnome-keyring, KWallet and macOS
 * Keychain while locked; gnome-keyring does not translate its own.
 */
const lockedPatterns = [
  /\blocked\b/i,
  /user interaction is not allowed/i,
  /user name or passphrase you entered is not correct/i,
  /\bcancell?ed\b/i,
  /\bdismissed\b/i,
];

/** Anything else counts as no usable keyring: no bus, no service, no library, or a failure of theirs. */
export function faultOf(error: unknown): SecretsFault {
  const message = error instanceof Error ? error.message : String(error);
  return lockedPatterns.some((pattern) => pattern.test(message)) ? 'locked' : 'missing';
}
