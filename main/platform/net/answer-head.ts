/** Parses the head of an HTTP response as leniently as browsers, with a remark for each fault. Pure. */
import type { IncomingHttpHeaders } from 'node:http';
import { reason } from '../../../shared/observation/observation.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import { NetError } from './error.ts';

export type AnswerHead = Readonly<{
  status: number;
  /** Lower-case names; Latin-1 values; repeated headers joined by commas. */
  headers: IncomingHttpHeaders;
  /** Body length in bytes, or how its end is marked. */
  length: number | 'chunked' | 'close';
  remarks: ReadonlySet<Remark>;
}>;

/** Finds the blank line that ends a head in incoming chunks; linear, however small they are. */
export function createHeadEnd(): (piece: Uint8Array) => number | undefined {
  let hasBegun = false;
  // What followed the last line feed, if that may still be a blank line.
  let since: 'nothing' | 'return' | 'more' = 'more';
  return (piece) => {
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at];
      if (byte === lineFeed && since !== 'more') return at + 1;
      if (byte === lineFeed) since = hasBegun ? 'nothing' : 'more';
      else if (byte === carriageReturn) since = since === 'nothing' ? 'return' : 'more';
      else {
        hasBegun = true;
        since = 'more';
      }
    }
    return undefined;
  };
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** How far into a response browsers look for `HTTP`, in bytes. */
const slopBytes = 4;
const start = 'HTTP';

/** Whether the first bytes may still be HTTP. */
export function mayBeHttp(bytes: Uint8Array): boolean {
  const text = textOf(bytes.subarray(0, slopBytes + start.length)).toUpperCase();
  return text.length < slopBytes + start.length || text.includes(start);
}

/** Throws NetError `protocol` or `answer-contradicts` for what browsers reject too. */
export function readHead(bytes: Uint8Array): AnswerHead {
  const remarks = new Set<Remark>();
  const { statusLine, status, byName } = split(bytes, remarks);
  // HTTP/1.0 has no chunked encoding, whatever the headers say.
  const allowsChunks = !/^HTTP\/1\.0\b/i.test(statusLine);
  const length = lengthOf(byName, allowsChunks, remarks);
  return { status, headers: headersOf(byName), length, remarks };
}

/**
 * Of an answer without a body, such as a proxy's before a tunnel: lengths are ignored (RFC 9110, 9.3.6), and nothing is
 * followed. Throws NetError `protocol`.
 */
export function readBareHead(bytes: Uint8Array): Pick<AnswerHead, 'status' | 'headers'> {
  const { status, byName } = split(bytes, new Set());
  return { status, headers: headersOf(byName) };
}

function split(bytes: Uint8Array, remarks: Set<Remark>) {
  const [statusLine = '', ...lines] = linesOf(textOf(bytes), remarks);
  const status = statusOf(statusLine, remarks);
  const fields = unfold(lines, remarks).flatMap((line) => fieldOf(line, remarks) ?? []);
  const byName = new Map<string, string[]>();
  for (const { name, value } of fields) {
    const values = byName.get(name);
    if (values) values.push(value);
    else byName.set(name, [value]);
  }
  return { statusLine, status, byName };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function linesOf(text: string, remarks: Set<Remark>): readonly string[] {
  const begin = text
    .slice(0, slopBytes + start.length)
    .toUpperCase()
    .indexOf(start);
  if (begin === -1) throw new NetError(reason('protocol'));
  if (begin > 0) remarks.add('status-line');
  const head = trimmed(text.slice(begin), '\r\n');
  // Some parsers end a text at a zero, so they would disagree on the content.
  if (head.includes('\0')) throw new NetError(reason('protocol'));
  const lines = head.split('\r\n');
  if (!lines.some((line) => /[\r\n]/.test(line))) return lines;
  remarks.add('line-ends');
  return lines.flatMap((line) => line.split(/[\r\n]/));
}

function statusOf(line: string, remarks: Set<Remark>): number {
  if (!/^HTTP\/1\.[01] [1-9]\d\d(?: |$)/.test(line)) remarks.add('status-line');
  const number = /^\S*[ \t]+(\d{1,4})/.exec(line)?.[1];
  // Browsers assume success as well.
  return number === undefined ? 200 : Number(number);
}

/** Joins lines that begin with white space to the header before them (obsolete folding). */
function unfold(lines: readonly string[], remarks: Set<Remark>): readonly string[] {
  const whole: string[][] = [];
  for (const line of lines) {
    if (!/^[ \t]/.test(line)) whole.push([line]);
    else {
      remarks.add('folded-header');
      whole.at(-1)?.push(trimmed(line, ' \t'));
    }
  }
  return whole.map((parts) => parts.join(' '));
}

/** A regular expression would take time quadratic in the white space. */
function trimmed(text: string, what: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && what.includes(text.charAt(from))) from += 1;
  while (to > from && what.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

type Field = Readonly<{ name: string; value: string }>;

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Undefined for a line that is not a header, which browsers skip. */
function fieldOf(line: string, remarks: Set<Remark>): Field | undefined {
  const colon = line.indexOf(':');
  const written = line.slice(0, Math.max(colon, 0));
  const name = trimmed(written, ' \t');
  if (name !== written || !token.test(name)) remarks.add('odd-header');
  if (!token.test(name)) return undefined;
  const value = trimmed(line.slice(colon + 1), ' \t');
  // oxlint-disable-next-line no-control-regex -- searches for control characters
  if (/[\x00-\x08\x0b-\x1f\x7f]/.test(value)) remarks.add('odd-header');
  return { name: name.toLowerCase(), value };
}

/** Browsers refuse a response that repeats one of these with different values: it may be an injected header. */
const single = ['content-disposition', 'location'];

function lengthOf(
  byName: ReadonlyMap<string, readonly string[]>,
  allowsChunks: boolean,
  remarks: Set<Remark>,
): AnswerHead['length'] {
  const isChunked = allowsChunks && listOf(byName, 'transfer-encoding').includes('chunked');
  const lengths = listOf(byName, 'content-length');
  if (lengths.length > (isChunked ? 0 : 1)) remarks.add('two-lengths');
  if (lengths.some((one) => !/^\d+$/.test(one))) remarks.add('odd-header');
  const [length = ''] = lengths;
  const contradictory = [
    ...single.filter((name) => new Set(byName.get(name)).size > 1),
    ...(!isChunked && new Set(lengths).size > 1 ? ['content-length'] : []),
  ];
  for (const name of contradictory) throw new NetError(reason('answer-contradicts', { name }));
  return isChunked ? 'chunked' : /^\d+$/.test(length) ? Number(length) : 'close';
}

function listOf(byName: ReadonlyMap<string, readonly string[]>, name: string): readonly string[] {
  const items = byName.get(name)?.flatMap((value) => value.split(',')) ?? [];
  return items.map((item) => trimmed(item, ' \t').toLowerCase());
}

function headersOf(byName: ReadonlyMap<string, readonly string[]>): IncomingHttpHeaders {
  const entries = [...byName].map(([name, values]): [string, string | string[]] => {
    if (name === 'set-cookie') return [name, [...values]];
    return [name, single.includes(name) ? (values[0] ?? '') : values.join(', ')];
  });
  return Object.fromEntries(entries);
}
