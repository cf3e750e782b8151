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

/** Longer lines are cut, which makes their address too long. */
const lineLimit = linkLimits.keyword + linkLimits.address + 1000;

/**
 * Spreadsheets in French, German and other languages write semicolons. Told by what stands beside the first address;
 * commas, if there is none.
 */
export function separatorOf(text: string): Separator {
  const [, before, after] =
    /([,;\t])[ "]*https?:\/\/|^[ "]*https?:\/\/[^\s,;"]*"?([;\t])/im.exec(text) ?? [];
  const sign = before ?? after;
  return sign === ';' || sign === '\t' ? sign : ',';
}

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
  const { quoted, plain } = patterns[separator];
  const cells: Cell[] = [];
  for (let from = at; ;) {
    const cell = matchAt(quoted, text, from);
    const found = cell ?? matchAt(plain, text, from);
    const inner = cell?.[1]?.replaceAll('""', '"');
    cells.push({ text: inner ?? found?.[0] ?? '', isQuoted: inner !== undefined });
    from += found?.[0].length ?? 0;
    if (text[from] === separator) from += 1;
    else return { cells, next: from + 1, lines: text.slice(at, from).split('\n').length };
  }
}

const patterns = {
  ',': { quoted: / *"([^"]*(?:""[^"]*)*)" *(?=[,\n]|$)/y, plain: /[^,\n]*/y },
  ';': { quoted: / *"([^"]*(?:""[^"]*)*)" *(?=[;\n]|$)/y, plain: /[^;\n]*/y },
  '\t': { quoted: / *"([^"]*(?:""[^"]*)*)" *(?=[\t\n]|$)/y, plain: /[^\t\n]*/y },
} as const;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
