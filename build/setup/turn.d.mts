/** Waits for other commands in this folder, with a word, then works alone. */
export function inTurn<T>(
  folder: string,
  work: () => T | Promise<T>,
  say?: (words: string) => void,
): Promise<T>;
