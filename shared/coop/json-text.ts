/**
 * Parses hand-written JSON: locates the first syntax error and its likely cause, and the offset of each value, neither
 * of which `JSON.parse` reports portably. A single pass without recursion, in linear time. Pure.
 */
import type { ProblemCode } from './remedy.ts';

export type JsonFault = Readonly<{ code: ProblemCode; offset: number; got: string }>;
export type Place = Readonly<{ line: number; column: number }>;

export type JsonText = Readonly<{
  fault?: JsonFault;
  /** Offsets of values by their path, such as `$.services[0].name`; paths longer than `pathLimit` are left out. */
  offsets: ReadonlyMap<string, number>;
  /** Paths of duplicate keys; JSON.parse drops the first value. */
  twins: readonly string[];
}>;

/** In characters; no real path is longer. Bounds the copying of paths from parent to child values. */
const pathLimit = 200;
/** Maximum number of recorded values, to bound memory; no real document has as many. */
const offsetsLimit = 200_000;
const gap = /[ \t\n\r]*/y;
/** Control characters are not allowed in strings; a quotation mark or backslash must be escaped. */
const inText = String.raw`[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uFFFF]*)*`;
const openString = new RegExp(`"${inText}`, 'y');
const string = new RegExp(`"${inText}"`, 'y');
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const literal = /(?:true|false|null)(?![\w$])/y;
/** An unexpected word, to quote it in the error. */
const badWord = /[^\s,:{}[\]"]{1,30}/y;

/** What the parser expects next. */
type Wanted = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next' | 'end';

type Level = {
  opener: '{' | '[';
  openedAt: number;
  path: string;
  /** Set for objects. */
  keys: Set<string> | undefined;
  /** Number of commas so far. */
  count: number;
};

/** Parser state. */
type Scan = {
  readonly text: string;
  readonly offsets: Map<string, number>;
  readonly twins: string[];
  readonly levels: Level[];
  at: number;
  /** The last token. */
  last: Readonly<{ from: number; to: number }>;
  wanted: Wanted;
  /** Of the next value; empty if too long or not wanted. */
  path: string;
};

/** Line and column start at 1; columns count code points. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: codePointsOf(before, lineStart) + 1 };
}

/** Without an array of them: a minified document is one long line. */
function codePointsOf(text: string, from: number): number {
  let count = 0;
  for (let at = from; at < text.length; at += 1) {
    const isSecondHalf = at > from && isLow(text, at) && isHigh(text, at - 1);
    if (!isSecondHalf) count += 1;
  }
  return count;
}

const isHigh = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

export function readJsonText(text: string): JsonText {
  const scan = begin(text, '$');
  const fault = faultUntilEnd(scan);
  const { offsets, twins } = scan;
  return fault ? { fault, offsets, twins } : { offsets, twins };
}

/** The first syntax error, without recording offsets. */
export function jsonFaultIn(text: string): JsonFault | undefined {
  return faultUntilEnd(begin(text, ''));
}

/** `path`: of the root; empty to record no paths. */
function begin(text: string, path: string): Scan {
  return {
    text,
    offsets: new Map(),
    twins: [],
    levels: [],
    at: 0,
    last: { from: 0, to: 0 },
    wanted: 'value',
    path,
  };
}

function faultUntilEnd(scan: Scan): JsonFault | undefined {
  for (;;) {
    if (isGap(scan.text.charCodeAt(scan.at))) scan.at += match(scan, gap)?.length ?? 0;
    const char = scan.text[scan.at];
    const fault = char === undefined ? atEnd(scan) : step(scan, char);
    if (fault || char === undefined) return fault;
  }
}

/** Avoids a regular expression between most tokens, for speed. */
function isGap(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function match({ text, at }: Scan, pattern: RegExp): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function take(scan: Scan, length: number, next: Wanted): undefined {
  scan.last = { from: scan.at, to: scan.at + length };
  scan.at += length;
  scan.wanted = next;
}

/** Consumes one token, or returns the error. */
function step(scan: Scan, char: string): JsonFault | undefined {
  const { wanted } = scan;
  switch (wanted) {
    case 'end':
      return invalidCharacter(scan) ?? fault(scan, 'json-after');
    case 'colon':
      return char === ':' ? take(scan, 1, 'value') : unexpected(scan, char);
    case 'next':
      if (char === ',') return comma(scan);
      return char === '}' || char === ']' ? close(scan, char) : unexpected(scan, char);
    case 'first-key':
    case 'key': {
      if (wanted === 'first-key' && char === '}') return close(scan, char);
      const token = match(scan, string);
      return token === undefined ? unexpected(scan, char) : key(scan, token);
    }
    case 'first-value':
    case 'value': {
      if (wanted === 'first-value' && char === ']') return close(scan, char);
      if (char === '{' || char === '[') return open(scan, char);
      const token = match(scan, patternFor(char));
      return token === undefined ? unexpected(scan, char) : value(scan, token);
    }
  }
}

function patternFor(char: string): RegExp {
  if (char === '"') return string;
  return char === '-' || (char >= '0' && char <= '9') ? number : literal;
}

function note({ offsets, path, at }: Scan): void {
  if (path !== '' && offsets.size < offsetsLimit) offsets.set(path, at);
}

function enter(scan: Scan, part: string): void {
  const { path = '' } = scan.levels.at(-1) ?? {};
  scan.path = path !== '' && path.length + part.length <= pathLimit ? path + part : '';
}

function open(scan: Scan, opener: '{' | '['): undefined {
  note(scan);
  const keys = opener === '{' ? new Set<string>() : undefined;
  scan.levels.push({ opener, openedAt: scan.at, path: scan.path, keys, count: 0 });
  take(scan, 1, keys ? 'first-key' : 'first-value');
  if (!keys) enter(scan, '[0]');
}

function close(scan: Scan, char: '}' | ']'): JsonFault | undefined {
  const level = scan.levels.at(-1);
  if (!level || char !== (level.keys ? '}' : ']')) return fault(scan, 'json-bracket');
  scan.levels.pop();
  scan.path = level.path;
  return take(scan, 1, afterValue(scan));
}

function comma(scan: Scan): undefined {
  const level = scan.levels.at(-1);
  if (!level) return;
  level.count += 1;
  take(scan, 1, level.keys ? 'key' : 'value');
  if (!level.keys) enter(scan, `[${level.count}]`);
}

function key(scan: Scan, token: string): undefined {
  const keys = scan.levels.at(-1)?.keys;
  const name = token.slice(1, -1);
  enter(scan, `.${name}`);
  if (scan.path !== '') {
    if (keys?.has(name)) scan.twins.push(scan.path);
    keys?.add(name);
  }
  take(scan, token.length, 'colon');
}

function value(scan: Scan, token: string): undefined {
  note(scan);
  take(scan, token.length, afterValue(scan));
}

function afterValue({ levels }: Scan): Wanted {
  return levels.length === 0 ? 'end' : 'next';
}

function atEnd(scan: Scan): JsonFault | undefined {
  if (scan.wanted === 'end') return undefined;
  const level = scan.levels.at(-1);
  return level
    ? { code: 'json-cut', offset: level.openedAt, got: level.opener }
    : fault(scan, 'json-nothing');
}

function fault(scan: Scan, code: ProblemCode, offset = scan.at): JsonFault {
  const got = match(scan, badWord) ?? scan.text.slice(scan.at, scan.at + 1);
  return { code, offset, got };
}

/** Characters that JSON never allows outside of strings. */
function invalidCharacter(scan: Scan): JsonFault | undefined {
  const rest = scan.text.slice(scan.at, scan.at + 2);
  if (/^(?:\/[/*]|#)/.test(rest)) return fault(scan, 'json-comment');
  if (/^[“”„‟«»‘’‚‹›'`]/.test(rest)) return fault(scan, 'json-quotes');
  return /^[\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cc}]/u.test(rest)
    ? fault(scan, 'json-invisible')
    : undefined;
}

function unexpected(scan: Scan, char: string): JsonFault {
  const { wanted, levels, last, text } = scan;
  const odd = invalidCharacter(scan);
  if (odd) return odd;
  if (wanted === 'colon') return fault(scan, 'json-colon');
  if (wanted === 'next') return insteadOfComma(scan, char);
  if (levels.length === 0 && char === '<') return fault(scan, 'json-page');
  if (char === ',') return fault(scan, 'json-comma-extra');
  if (char === '}' || char === ']') {
    const isLast = text[last.from] === ',';
    return isLast ? fault(scan, 'json-comma-last', last.from) : fault(scan, 'json-bracket');
  }
  if (char === '"') return brokenString(scan);
  if (wanted === 'key' || wanted === 'first-key') return fault(scan, 'json-key');
  if (/[\d.+-]/.test(char)) return fault(scan, 'json-number');
  return fault(scan, /\p{L}/u.test(char) ? 'json-word' : 'json-sign');
}

function insteadOfComma(scan: Scan, char: string): JsonFault {
  if (/["{[\w-]/.test(char)) return fault(scan, 'json-comma-missing', scan.last.to);
  return fault(scan, char === ':' ? 'json-colon' : 'json-sign');
}

/** Expects `at` at the opening quotation mark. */
function brokenString(scan: Scan): JsonFault {
  const { text, at } = scan;
  const end = at + (match(scan, openString)?.length ?? 0);
  return text[end] === '\\'
    ? { code: 'json-escape', offset: end, got: text.slice(end, end + 2) }
    : fault(scan, 'json-string');
}
