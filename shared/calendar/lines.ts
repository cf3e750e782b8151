/** The lines of a calendar (RFC 5545, 3.1), in steps. Pure. */

export type Line = Readonly<{
  /** In lower case: `dtstart`, `begin`. */
  name: string;
  /** The whole of it, unfolded. */
  text: string;
}>;

/** Characters of a line that are read; a description may be long, and an attachment longer. */
const lineLimit = 20_000;
const nameLimit = 60;
/** Characters of one step, and what a line costs besides. */
const stepSize = 100_000;
const lineCost = 200;

/** What people write in several lines. Some programs copy the lines as they are (tutanota #3379, ics-py #56). */
const textNames = /^(?:description|location|summary|comment|x-alt-desc)[:;]/i;

/**
 * Yields undefined between steps. Lines may end in LF alone, or in CR alone, and be folded anywhere. A line without a
 * name belongs to the text before it, or else is left out.
 */
export function* linesOf(text: string): Generator<Line | undefined, void, undefined> {
  const file = { text, newline: text.includes('\n') ? '\n' : '\r' };
  let size = 0;
  for (let at = 0; at < text.length;) {
    const { line, next } = unfoldedFrom(file, at);
    size += next - at + lineCost;
    at = next;
    const name = nameOf(line);
    if (name !== undefined) yield { name, text: line };
    if (size < stepSize) continue;
    size = 0;
    yield undefined;
  }
}

type File = Readonly<{ text: string; newline: string }>;

/** A line, with those that continue it, each of which begins with one blank. What is beyond the limit has no name. */
function unfoldedFrom(file: File, from: number): Readonly<{ line: string; next: number }> {
  const { text } = file;
  let end = lineEnd(file, from);
  let next = end + 1;
  let line = piece(text, from, end);
  const isText = textNames.test(line.slice(0, nameLimit));
  while (line.length < lineLimit && next - from < lineLimit * 2) {
    const isFold = isBlank(text, next);
    if (!isFold && !(isText && isStray(text.slice(next, next + nameLimit)))) break;
    end = lineEnd(file, next);
    line += isFold ? piece(text, next + 1, end) : `\\n${piece(text, next, end)}`;
    next = end + 1;
  }
  return { line, next };
}

/** The beginning of a line that no program names so: `https://…`, `Meeting ID: 123`, `Passcode: abc`. */
function isStray(start: string): boolean {
  if (start === '' || /^X-/i.test(start)) return false;
  const [, name = '', isAddress] = /^([A-Za-z\d-]+)(?:(:\/\/)|: ?|;)/.exec(start) ?? [];
  if (name === '' || isAddress !== undefined) return true;
  const isMixed = name !== name.toUpperCase() && name !== name.toLowerCase();
  return isMixed && start.startsWith(': ', name.length);
}

function lineEnd({ text, newline }: File, from: number): number {
  const end = text.indexOf(newline, from);
  return end < 0 ? text.length : end;
}

/** Without the CR before its end. */
function piece(text: string, from: number, to: number): string {
  const end = to > from && text[to - 1] === '\r' ? to - 1 : to;
  return text.slice(from, Math.min(end, from + lineLimit));
}

function isBlank(text: string, at: number): boolean {
  return at < text.length && (text[at] === ' ' || text[at] === '\t');
}

function nameOf(line: string): string | undefined {
  const [name] = /^[A-Za-z\d-]+(?=[:;])/.exec(line.slice(0, nameLimit)) ?? [];
  return name?.toLowerCase();
}

/**
 * Takes away the folds within characters, given one character a byte: some programs fold by bytes, wherever they are
 * (RFC 5545, 3.1). A byte that continues a character of UTF-8 begins no line of its own.
 */
export function withWholeCharacters(bytes: string): string {
  return bytes.replaceAll(/\r?\n[ \t](?=[\u0080-\u00bf])/g, '');
}
