/** Where a file of the app is outside of its archive, for other programs, which cannot open the archive. */
export const unpacked = (path: string): string =>
  path.replace(/\bapp\.asar\b/, 'app.asar.unpacked');
