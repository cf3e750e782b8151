/**
 * A text as a part of an address. Half a character, which JSON can carry, has no place in one: the platform's own
 * function throws on it, and a text from outside would end whatever is being done.
 */
export function urlPart(text: string): string {
  // oxlint-disable-next-line no-restricted-globals -- the one place where it gets no half characters
  return encodeURIComponent(text.toWellFormed());
}
