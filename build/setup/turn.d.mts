/** Waits for other commands in this folder, saying so, then runs `work` alone. */
export function inTurn<T>(
  folder: string,
  work: () => T | Promise<T>,
  say?: (message: string) => void,
): Promise<T>;
