/** Where Chromium puts the socket of its lock. */

/** What it adds to the path of the temporary folder. */
const addedBytes = '/scoped_dirXXXXXX/SingletonSocket'.length;
/** Of a socket's path, with its end: 108 bytes on Linux, 104 on macOS. */
const pathLimitBytes = 104;

/**
 * Does what makes the socket, in `/tmp` if `TMPDIR` has too long a path: Chromium ends with a signal there, without a word
 * of ours. What is started later finds the variable as it was.
 */
export function inShortTempDir<T>(env: NodeJS.ProcessEnv, act: () => T): T {
  const { TMPDIR: given = '' } = env;
  if (Buffer.byteLength(given) + addedBytes < pathLimitBytes) return act();
  env['TMPDIR'] = '/tmp';
  try {
    return act();
  } finally {
    env['TMPDIR'] = given;
  }
}
