/** Which cells of a record are the keyword and the address: by their names where we know them, else by their place. Pure. */
import { decodedPart } from '../net/url-part.ts';
import { webParts } from '../net/web-parts.ts';
import type { Cell, Separator } from './records.ts';
import { isWeb } from './rows.ts';

export type Columns = Readonly<{ keyword: number; address: number; count: number }>;

/** Those of a list without names. */
export const usualColumns: Columns = { keyword: 0, address: 1, count: 2 };

/**
 * As the exports of YOURLS, Shlink, Dub, Sink, Short.io, Rebrandly and Bitly name them; the first that is there counts.
 * Shlink has both the keyword and the short address with it.
 */
const keywordNames = [
  'keyword',
  'shortcode',
  'slug',
  'slashtag',
  'backhalf',
  'key',
  'alias',
  'path',
  'short',
  'shorturl',
  'shortlink',
  'sourceurl',
  'source',
];
const addressNames = [
  'longurl',
  'longlink',
  'destinationurl',
  'destination',
  'originalurl',
  'targeturl',
  'url',
  'address',
  // Beside `url`, it is the window in which that opens.
  'target',
];

export function columnsOf(names: readonly string[]): Columns {
  const plain = names.map(plainName);
  const placeOf = (known: readonly string[]) =>
    known.map((name) => plain.indexOf(name)).find((at) => at >= 0);
  const keyword = placeOf(keywordNames);
  const address = placeOf(addressNames);
  const count = Math.max(names.length, usualColumns.count);
  return keyword === undefined || address === undefined
    ? { ...usualColumns, count }
    : { keyword, address, count };
}

/** Of an entry in JSON, whose values have the same names. */
export function namedIn(
  entry: Readonly<Record<string, unknown>>,
): Readonly<{ keyword: string; address: string }> | undefined {
  const names = Object.keys(entry);
  const plain = names.map(plainName);
  const valueOf = (known: readonly string[]) =>
    known
      .map((name) => entry[names[plain.indexOf(name)] ?? ''])
      .find((value) => typeof value === 'string');
  const keyword = valueOf(keywordNames);
  const address = valueOf(addressNames);
  if (keyword === undefined || address === undefined) return undefined;
  return { keyword: bareKeyword(keyword.trim()), address: address.trim() };
}

/** `Short code`, `short_code` and `shortCode` are one name. */
function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** Undefined if the record has no address, not even an empty one. */
export function placedIn(
  given: readonly Cell[],
  columns: Columns,
  separator: Separator,
): Readonly<{ keyword: string; address: string }> | undefined {
  const cells = separator === ',' ? rejoined(given, columns) : given;
  const keyword = cells[columns.keyword]?.text.trim();
  const address = cells[columns.address]?.text.trim();
  if (keyword === undefined || address === undefined) return undefined;
  // Importers of YOURLS and others have the address first.
  const isTurned = isWeb(keyword) && address !== '' && !address.includes(':');
  return isTurned
    ? { keyword: bareKeyword(address), address: keyword }
    : { keyword: bareKeyword(keyword), address };
}

/**
 * With the commas of an address that nobody has quoted: there are more cells than columns. With a third column, they may
 * be those of a note as well: a blank makes it no address, which the member is told.
 */
function rejoined(cells: readonly Cell[], { address: from, count }: Columns): readonly Cell[] {
  // Spreadsheets write their empty columns too.
  const filled = cells.findLastIndex(({ text }) => text.trim() !== '') + 1;
  const extra = Math.max(filled, from + 1) - count;
  if (extra <= 0 || cells[from]?.isQuoted) return cells;
  const pieces = cells.slice(from, from + 1 + extra);
  const text = pieces.map((piece) => piece.text).join(count > 2 ? ', ' : ',');
  return cells.toSpliced(from, pieces.length, { text, isQuoted: false });
}

/** Exports have the short address with the keyword, or the path of it. */
function bareKeyword(text: string): string {
  const path =
    webParts(text)
      ?.path.replace(/[?].*$/s, '')
      .replace(/\/+$/, '') ?? text;
  return path.startsWith('/') ? decodedPart(path.slice(path.lastIndexOf('/') + 1)) : text;
}
