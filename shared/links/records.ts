/**
 * Lists of lines in cells: as spreadsheets write them, which quote what holds a separator, and as people do, who quote
 * nothing. Pure.
 */
import { linkLimits } from './shortlink.ts';

export type Separator = ',' | ';' | '\t';

export type Cell = Readonly<{ text: string; isQuoted: boolean }>;

export type TableRecord = Readonly<{
  cells: readonly Cell[];
  /** Where the next one begins. */
  next: number;
  /** The lines that it takes: quoted cells may have several. */
  lines: number;
}>;

/** More cells than a spreadsheet has; the rest of the line is left out. */
const cellLimit = 1000;
/** Longer lines are cut, which makes their address too long. */
const lineLimit = linkLimits.keyword + linkLimits.address + 1000;

/**
 * Spreadsheets in French, German and other languages write semicolons. Told by what stands beside the addresses of most
 * lines, so that one note decides nothing; commas, if there are none.
 */
export function separatorOf(text: string): Separator {
  const lines = { ',': 0, ';': 0, '\t': 0 };
  for (const [, before, after] of text.matchAll(besideAddress))
    lines[(before ?? after) as Separator] += 1;
  if (lines[';'] > lines[','] && lines[';'] >= lines['\t']) return ';';
  return lines['\t'] > lines[','] ? '\t' : ',';
}

/** The sign before the first address of a line, or behind it if the line begins with it. */
const besideAddress =
  /^(?:[^\n]*?([,;\t])[ "]*https?:\/\/|[ "]*https?:\/\/[^\s,;"]*"?([,;\t]))[^\n]*/gim;

/**
 * The record that begins at `at`; lines end with `\n`. A quote that is not closed as it should be is a sign like any
 * other.
 */
export function recordAt(text: string, at: number, separator: Separator): TableRecord {
  const end = lineEnd(text, at);
  const line = text.slice(at, Math.min(end, at + lineLimit));
  if (!line.includes('"')) {
    const cells = line.split(separator).map((cell) => ({ text: cell, isQuoted: false }));
    return { cells, next: end + 1, lines: 1 };
  }
  const cells: Cell[] = [];
  for (let from = at; ;) {
    const cell = quotedAt(text, from, separator) ?? plainAt(text, from, separator);
    cells.push(cell);
    from = cells.length < cellLimit ? cell.end : lineEnd(text, cell.end);
    if (text[from] === separator) from += 1;
    else return { cells, next: from + 1, lines: text.slice(at, from).split('\n').length };
  }
}

type FoundCell = Cell & Readonly<{ end: number }>;

/** Undefined if the quote at `at` is not closed before the next separator, or not before long. */
function quotedAt(text: string, at: number, separator: Separator): FoundCell | undefined {
  const begin = afterBlanks(text, at);
  if (text[begin] !== '"') return undefined;
  let close = text.indexOf('"', begin + 1);
  while (close >= 0 && text[close + 1] === '"') {
    if (close - begin > lineLimit) return undefined;
    close = text.indexOf('"', close + 2);
  }
  if (close < 0) return undefined;
  const end = afterBlanks(text, close + 1);
  const isClosed = end === text.length || text[end] === separator || text[end] === '\n';
  if (!isClosed) return undefined;
  return { text: text.slice(begin + 1, close).replaceAll('""', '"'), isQuoted: true, end };
}

function plainAt(text: string, at: number, separator: Separator): FoundCell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { text: text.slice(at, end), isQuoted: false, end };
}

function afterBlanks(text: string, at: number): number {
  let end = at;
  while (text[end] === ' ') end += 1;
  return end;
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
