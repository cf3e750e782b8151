/** A failed save needs no message here: the note on the app's files shows it for as long as it lasts. */
export function shownByNote(): undefined {
  return undefined;
}
