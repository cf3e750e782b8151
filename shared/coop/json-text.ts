/**
 * Reads JSON as a text that somebody typed: where its first fault is and what it most likely was, and where each value
 * stands. `JSON.parse` tells neither in the same way everywhere. One pass without recursion, linear in the text. Pure.
 */
import type { ProblemCode } from './remedy.ts';

export type JsonFault = Readonly<{ code: ProblemCode; offset: number; got: string }>;
export type Place = Readonly<{ line: number; column: number }>;

export type JsonText = Readonly<{
  fault?: JsonFault;
  /** Offsets of values by their path, such as `$.services[0].name`; none of a path longer than `pathLimit`. */
  offsets: ReadonlyMap<string, number>;
  /** Paths of keys that their object has twice: the first is lost. */
  twins: readonly string[];
}>;

/** No path in a document is as long: a longer one would be copied, whole, for each value below it. In characters. */
const pathLimit = 200;
/** Values that are told of: a document has not as many, and others would fill the memory. */
const offsetsLimit = 200_000;
const gap = /[ \t\n\r]*/y;
/** Control characters stand in no text; a quotation mark and a backslash only after a backslash. */
const inText = String.raw`[ !#-[\]-\uFFFF]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uFFFF]*)*`;
const openString = new RegExp(`"${inText}`, 'y');
const string = new RegExp(`"${inText}"`, 'y');
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])/y;
const word = /(?:true|false|null)(?![\w$])/y;
/** What a wrong value or key looks like as a whole, to quote it. */
const clump = /[^\s,:{}[\]"]{1,30}/y;

/** What may come next. */
type Wanted = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next' | 'end';

type Level = {
  opener: '{' | '[';
  openedAt: number;
  path: string;
  /** Of an object. */
  keys: Set<string> | undefined;
  /** Entries so far that a comma has ended. */
  count: number;
};

/** Where the reading has come to. */
type Scan = {
  readonly text: string;
  readonly offsets: Map<string, number>;
  readonly twins: string[];
  readonly levels: Level[];
  at: number;
  /** Where the last token began and ended. */
  last: Readonly<{ from: number; to: number }>;
  wanted: Wanted;
  /** Of the value that comes next; empty where it is too long to be told. */
  path: string;
};

/** Where a line and a column begin at 1; columns count whole signs. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: Array.from(before.slice(lineStart)).length + 1 };
}

export function readJsonText(text: string): JsonText {
  const scan = begin(text, '$');
  const fault = faultUntilEnd(scan);
  const { offsets, twins } = scan;
  return fault ? { fault, offsets, twins } : { offsets, twins };
}

/** The first fault alone: where each value stands is not kept. */
export function jsonFaultIn(text: string): JsonFault | undefined {
  return faultUntilEnd(begin(text, ''));
}

/** `path`: of the whole; empty where no paths are wanted. */
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
    const sign = scan.text[scan.at];
    const fault = sign === undefined ? atEnd(scan) : step(scan, sign);
    if (fault || sign === undefined) return fault;
  }
}

/** Most texts have none between most of their tokens, and a pattern takes longer to say so. */
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

/** Reads one token, or says why it may not stand there. */
function step(scan: Scan, sign: string): JsonFault | undefined {
  const { wanted } = scan;
  switch (wanted) {
    case 'end':
      return misplaced(scan) ?? fault(scan, 'json-after');
    case 'colon':
      return sign === ':' ? take(scan, 1, 'value') : misread(scan, sign);
    case 'next':
      if (sign === ',') return comma(scan);
      return sign === '}' || sign === ']' ? close(scan, sign) : misread(scan, sign);
    case 'first-key':
    case 'key': {
      if (wanted === 'first-key' && sign === '}') return close(scan, sign);
      const token = match(scan, string);
      return token === undefined ? misread(scan, sign) : key(scan, token);
    }
    case 'first-value':
    case 'value': {
      if (wanted === 'first-value' && sign === ']') return close(scan, sign);
      if (sign === '{' || sign === '[') return open(scan, sign);
      const token = match(scan, patternFor(sign));
      return token === undefined ? misread(scan, sign) : value(scan, token);
    }
  }
}

function patternFor(sign: string): RegExp {
  if (sign === '"') return string;
  return sign === '-' || (sign >= '0' && sign <= '9') ? number : word;
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

function close(scan: Scan, sign: '}' | ']'): JsonFault | undefined {
  const level = scan.levels.at(-1);
  if (!level || sign !== (level.keys ? '}' : ']')) return fault(scan, 'json-bracket');
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
  if (keys?.has(name) && scan.path !== '') scan.twins.push(scan.path);
  keys?.add(name);
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
  const got = match(scan, clump) ?? scan.text.slice(scan.at, scan.at + 1);
  return { code, offset, got };
}

/** Signs that stand in no JSON at all, wherever they are. */
function misplaced(scan: Scan): JsonFault | undefined {
  const rest = scan.text.slice(scan.at, scan.at + 2);
  if (/^(?:\/[/*]|#)/.test(rest)) return fault(scan, 'json-comment');
  if (/^[“”„‟«»‘’‚‹›'`]/.test(rest)) return fault(scan, 'json-quotes');
  return /^[\p{Cf}\p{Zs}\p{Zl}\p{Zp}\p{Cc}]/u.test(rest)
    ? fault(scan, 'json-invisible')
    : undefined;
}

function misread(scan: Scan, sign: string): JsonFault {
  const { wanted, levels, last, text } = scan;
  const odd = misplaced(scan);
  if (odd) return odd;
  if (wanted === 'colon') return fault(scan, 'json-colon');
  if (wanted === 'next') return insteadOfComma(scan, sign);
  if (levels.length === 0 && sign === '<') return fault(scan, 'json-page');
  if (sign === ',') return fault(scan, 'json-comma-extra');
  if (sign === '}' || sign === ']') {
    const isLast = text[last.from] === ',';
    return isLast ? fault(scan, 'json-comma-last', last.from) : fault(scan, 'json-bracket');
  }
  if (sign === '"') return brokenString(scan);
  if (wanted === 'key' || wanted === 'first-key') return fault(scan, 'json-key');
  if (/[\d.+-]/.test(sign)) return fault(scan, 'json-number');
  return fault(scan, /\p{L}/u.test(sign) ? 'json-word' : 'json-sign');
}

function insteadOfComma(scan: Scan, sign: string): JsonFault {
  if (/["{[\w-]/.test(sign)) return fault(scan, 'json-comma-missing', scan.last.to);
  return fault(scan, sign === ':' ? 'json-colon' : 'json-sign');
}

/** The opening quotation mark stands at `at`. */
function brokenString(scan: Scan): JsonFault {
  const { text, at } = scan;
  const end = at + (match(scan, openString)?.length ?? 0);
  return text[end] === '\\'
    ? { code: 'json-escape', offset: end, got: text.slice(end, end + 2) }
    : fault(scan, 'json-string');
}
