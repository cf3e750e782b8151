/** What holds, but is not on the disk: the note on the app's files says so, for as long as it is true. */
export function saidByNote(): undefined {
  return undefined;
}
