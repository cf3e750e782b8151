/**
 * Links as the usual shorteners read them from a file of lines: `keyword,address`, split at the first comma, since
 * addresses may hold commas; no quotes. Columns are told by their place, because their names differ. Pure.
 */
import { withoutBom } from '../json.ts';
import type { Steps } from '../steps.ts';
import { createRowTaker, isWeb } from './rows.ts';
import type { ReadRows } from './shortlink.ts';
import { linkLimits } from './shortlink.ts';

/** Lines of one step. */
const stepLines = 1000;

export function* readingCsv(given: string): Steps<ReadRows> {
  // Excel writes one.
  const text = withoutBom(given);
  if (isWebPage(text)) return { ok: false, code: 'web-page' };
  const taker = createRowTaker();
  let line = 0;
  let left = 0;
  let found = 0;
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const raw = text.slice(at, Math.min(end, at + lineLimit));
    at = end + 1;
    line += 1;
    if (line % stepLines === 0) yield;
    if (taker.isFull()) {
      left += raw === '' ? 0 : 1;
      continue;
    }
    const [keyword, address] = halves(raw);
    if (address === undefined || isHeading(line, address)) continue;
    found += 1;
    taker.take({ keyword, address, line });
  }
  if (found > 0) return { ok: true, ...taker.end(left) };
  return { ok: false, code: text.includes('\0') ? 'not-text' : 'no-links' };
}

/** Longer lines are cut, which makes their address too long. */
const lineLimit = linkLimits.keyword + linkLimits.address + 1000;

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The address is undefined in a line without a comma. */
function halves(line: string): readonly [keyword: string, address: string | undefined] {
  const comma = line.indexOf(',');
  if (comma < 0) return [line.trim(), undefined];
  return [line.slice(0, comma).trim(), line.slice(comma + 1).trim()];
}

/** A first line with the names of the columns. One whose address is of a kind that is refused is none. */
function isHeading(line: number, address: string): boolean {
  return line === 1 && address !== '' && !address.includes(':') && !isWeb(address);
}

/** A web page instead of the list: one to sign in, or of an error. */
export function isWebPage(text: string): boolean {
  return /^\ufeff?\s{0,1000}<(?:!doctype|html|head|body|\?xml|!--)/i.test(text.slice(0, 2000));
}
