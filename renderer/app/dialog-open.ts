/** A modal dialog has to be answered before anything else in the window. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
