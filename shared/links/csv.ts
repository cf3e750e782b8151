/**
 * Links in a file of lines: `keyword,address`, as people write them by hand and shorteners read them, at the first comma,
 * since addresses may hold commas; or the export of a spreadsheet or a shortener. Pure.
 */
import { withoutBom } from '../json.ts';
import type { Steps } from '../steps.ts';
import type { Columns } from './columns.ts';
import { columnsOf, placedIn, usualColumns } from './columns.ts';
import type { Cell } from './records.ts';
import { lineEnd, recordAt, separatorOf } from './records.ts';
import { createRowTaker } from './rows.ts';
import type { ReadRows } from './shortlink.ts';

/** Characters of one step. */
const stepLength = 32 * 1024;

export function* readingCsv(given: string): Steps<ReadRows> {
  const text = plainText(given);
  if (isWebPage(text)) return { ok: false, code: 'web-page' };
  const separator = separatorOf(text);
  const taker = createRowTaker();
  let columns: Columns | undefined;
  let line = 1;
  let left = 0;
  let found = 0;
  let stepEnd = stepLength;
  for (let at = 0; at < text.length;) {
    if (text[at] === '\n') {
      at += 1;
      line += 1;
      continue;
    }
    if (at >= stepEnd) {
      stepEnd = at + stepLength;
      yield;
    }
    if (taker.isFull()) {
      const end = lineEnd(text, at);
      left += 1;
      at = end + 1;
      continue;
    }
    const { cells, next, lines } = recordAt(text, at, separator);
    const first = line;
    at = next;
    line += lines;
    // Empty, or a note.
    if (cells.length < 2) continue;
    if (!columns) {
      const names = isHeading(cells) ? cells.map((cell) => cell.text) : undefined;
      columns = names ? columnsOf(names) : usualColumns;
      if (names) continue;
    }
    const placed = placedIn(cells, columns, separator);
    if (!placed) continue;
    found += 1;
    taker.take({ ...placed, line: first });
  }
  if (found > 0) return { ok: true, ...taker.end(left) };
  return { ok: false, code: text.includes('\0') ? 'not-text' : 'no-links' };
}

/** Excel writes a byte order mark, and what tells it the separator; old ones on Macs, a carriage return alone. */
function plainText(given: string): string {
  const text = withoutBom(given);
  const lines = text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text;
  return lines.replace(/^"?sep=."?(?=\n)/i, '');
}

/** The names of the columns. A line whose address is of a kind that is refused is no heading. */
function isHeading(cells: readonly Cell[]): boolean {
  const [, address] = cells;
  return (
    address !== undefined &&
    address.text.trim() !== '' &&
    !cells.some(({ text }) => text.includes(':'))
  );
}

/** A web page instead of the list: one to sign in, or of an error. */
export function isWebPage(text: string): boolean {
  return /^\ufeff?\s{0,1000}<(?:!doctype|html|head|body|\?xml|!--)/i.test(text.slice(0, 2000));
}
