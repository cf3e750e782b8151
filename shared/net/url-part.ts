/**
 * Encodes text as a part of a URL. `encodeURIComponent` throws on a lone surrogate, which JSON can carry, so text from
 * outside could abort its caller.
 */
export function urlPart(text: string): string {
  // oxlint-disable-next-line no-restricted-globals -- the one place that removes lone surrogates first
  return encodeURIComponent(text.toWellFormed());
}

/** The text of a part of a URL; as it is, if it was not encoded. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
