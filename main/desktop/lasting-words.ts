/** What of a command line holds for as long as the app runs, unlike a link to open. */

const lasting =
  /^--(user-data-dir=.*|ozone-platform(-hint)?=.*|no-sandbox|whole-chromium|verbose)$/;

/** A restart without them could end at once, where Chromium finds no sandbox or no display. */
export function lastingWords(argv: readonly string[]): readonly string[] {
  return argv.filter((word) => lasting.test(word));
}
