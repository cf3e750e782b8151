/**
 * The answers of BigBlueButton's API that are read here: one `<response>` of elements that hold text. There is no
 * parser of XML in Node, and none is needed: what is not of this form is no such answer. So nothing in it can name an
 * entity, a document type or another file.
 */

const element =
  /\s*<([A-Za-z][\w-]*)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>\s*|\s*<[A-Za-z][\w-]*\s*\/>\s*/y;
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** The texts by their element's name; undefined when it is not of this form. */
export function readResponse(text: string): ReadonlyMap<string, string> | undefined {
  const inside = /^\s*(?:<\?xml[^<>]*\?>)?\s*<response>([\s\S]*)<\/response>\s*$/.exec(text)?.[1];
  if (inside === undefined) return undefined;
  const found = new Map<string, string>();
  for (let at = 0; at < inside.length; at = element.lastIndex) {
    element.lastIndex = at;
    const match = element.exec(inside);
    if (!match) return undefined;
    const [, name, verbatim, escaped = ''] = match;
    if (name) found.set(name, verbatim ?? unescaped(escaped));
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, ten, hex, name) => {
    if (name) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
    const point = ten ? Number(ten) : Number.parseInt(String(hex), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
