/** Ignores a failed save: `FileNotes` shows it for as long as it lasts. */
export function shownByNote(): undefined {
  return undefined;
}
