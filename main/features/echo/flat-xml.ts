/**
 * Parses answers of BigBlueButton's API: a `<response>` of elements that contain only text. Node has no XML parser, and
 * this subset suffices. It has no document types and no custom entities, so no XXE.
 */

const element =
  /<([A-Za-z][\w-]*)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>|<[A-Za-z][\w-]*\s*\/>/y;
const gap = /\s*/y;
const opening = /\s*(?:<\?xml[^<>]*\?>\s*)?<response>\s*/y;
const closing = /<\/response>\s*$/y;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The texts by element name; undefined if the XML is not in this form. */
export function readResponse(text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let at = endOf(opening, text, 0);
  // Linear: sticky expressions never go back.
  while (at !== undefined && endOf(closing, text, at) === undefined) {
    element.lastIndex = at;
    const match = element.exec(text);
    if (!match) return undefined;
    const [, name, verbatim, escaped = ''] = match;
    if (name) found.set(name, verbatim ?? unescaped(escaped));
    at = endOf(gap, text, element.lastIndex);
  }
  return at === undefined ? undefined : found;
}

/** The end of a match that begins at `at`. */
function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : undefined;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, ten, hex, name) => {
    if (name) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const point = ten ? Number(ten) : Number.parseInt(String(hex), 16);
    const isHalf = point >= 0xd800 && point <= 0xdfff;
    return point <= 0x10ffff && !isHalf ? String.fromCodePoint(point) : whole;
  });
}
