import type { SecretsFault } from './types.ts';

/**
 * keytar passes on the words of the keyring and no code. These are what gnome-keyring, KWallet and macOS' Keychain say
 * when their owner has not opened them; gnome-keyring's are the same in every language.
 */
const lockedWords = [
  /\blocked\b/i,
  /user interaction is not allowed/i,
  /user name or passphrase you entered is not correct/i,
  /\bcancell?ed\b/i,
  /\bdismissed\b/i,
];

/** Anything else means that there is no keyring to rely on: no bus, no service, no library, or a fault of theirs. */
export function faultOf(error: unknown): SecretsFault {
  const words = error instanceof Error ? error.message : String(error);
  return lockedWords.some((one) => one.test(words)) ? 'locked' : 'missing';
}
