/** Splits a text into links and other text, so that each link is shown in full and opened only by a click. Pure. */

export type TextPart = Readonly<{ is: 'text' | 'link'; text: string }>;

/** Longer URLs stay text: nobody can check where they lead. */
const addressLimit = 500;
const pattern = /https?:\/\/[^\s<>"'`\\^{}|\p{Cc}\p{Cf}]+/giu;
/** Punctuation that ends a sentence rather than a URL. */
const trailing = new Set('.,;:!?)]}»”’');

export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const address = withoutEnd(match[0]);
    if (address.length > addressLimit || !isAddress(address)) continue;
    if (match.index > from) parts.push({ is: 'text', text: text.slice(from, match.index) });
    parts.push({ is: 'link', text: address });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ is: 'text', text: text.slice(from) });
  return parts;
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (trailing.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

export function hasLink(text: string, address: string): boolean {
  return partsOf(text).some((part) => part.is === 'link' && part.text === address);
}

/** ASCII hosts only, because other letters can imitate them; no userinfo, because it can look like a host. */
function isAddress(address: string): boolean {
  return /^https?:\/\/(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d{1,5})?(?:[/?#]|$)/i.test(address);
}
