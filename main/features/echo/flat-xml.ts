/**
 * The answers of BigBlueButton's API that are read here: one `<response>` of elements that hold text. There is no
 * parser of XML in Node, and none is needed: what is not of this form is no such answer. So nothing in it can name an
 * entity, a document type or another file.
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

/** The texts by their element's name; undefined when it is not of this form. */
export function readResponse(text: string): ReadonlyMap<string, string> | undefined {
  const found = new Map<string, string>();
  let at = endOf(opening, text, 0);
  // Each sign is passed once: what does not fit at its place fits at no other.
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

/** Where it ends if it begins at `at`. */
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
