/** Which entries of a list a member looks for. Pure. */
import { fold } from './fold.ts';

/**
 * Whether a text has what was typed in it, in any spelling: `oeuvre` finds “Œuvre”. Everything has nothing in it. What
 * folds to nothing, such as a picture in a name, is looked for as it is.
 */
export function filterBy(typed: string): (text: string) => boolean {
  const wanted = typed.trim();
  if (wanted === '') return () => true;
  const folded = fold(wanted);
  return folded === '' ? (text) => text.includes(wanted) : (text) => fold(text).includes(folded);
}
