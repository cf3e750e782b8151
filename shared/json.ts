export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined for invalid JSON, which a schema then reports like a missing value. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a text has more than `limit` commas: parsing time grows with the number of values, even in a short text. */
export function hasMoreValuesThan(limit: number, text: string): boolean {
  let count = 0;
  for (let at = text.indexOf(','); at !== -1; at = text.indexOf(',', at + 1)) {
    count += 1;
    if (count > limit) return true;
  }
  return false;
}

const [quote, escape] = ['"', '\\'].map((sign) => sign.charCodeAt(0));
const [list, listEnd, record, recordEnd] = ['[', ']', '{', '}'].map((sign) => sign.charCodeAt(0));

/** Whether a text, if it is JSON, is nested deeper than `limit`: parsing and serialising such data is slow. */
export function isDeeperThan(limit: number, text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === escape) at += 1;
      else inText = code !== quote;
    } else if (code === quote) inText = true;
    else if (code === list || code === record) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === listEnd || code === recordEnd) depth -= 1;
  }
  return false;
}

/** Removes a byte order mark. */
export function withoutBom(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
