/** The one way from bytes of others to text: network answers and files alike, in the encoding that a browser would take. */

import type { TextKind } from '../../shared/status/seen-text.ts';

export type DecodedText = Readonly<{
  /** Never begins with a byte order mark; bytes that are no text are U+FFFD. */
  text: string;
  kind: TextKind;
  /** Nothing says the encoding, and the bytes are no UTF-8. */
  isGuessed: boolean;
}>;

type Reading = Readonly<{ encoding: string; skip?: number }>;

/**
 * `contentType` is the header's value, where there is one. In this order: byte order mark, the zeros that JSON in
 * UTF-16 or UTF-32 has, `contentType`, what HTML or XML says of itself, UTF-8, windows-1252. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): DecodedText {
  const kind = kindOf(bytes, contentType);
  const told = byMark(bytes) ?? (kind === 'json' ? byZeros(bytes) : undefined);
  if (told) return { text: read(bytes, told), kind, isGuessed: false };
  const declared =
    known(charsetOf(contentType)) ??
    (kind === 'html' || kind === 'xml' ? byMarkup(bytes) : undefined);
  if (declared) return { text: read(bytes, { encoding: declared }), kind, isGuessed: false };
  const text = read(bytes, { encoding: 'utf-8' });
  if (isUtf8(bytes)) return { text, kind, isGuessed: false };
  return { text: isMostlyUtf8(text) ? text : readAs(bytes, western), kind, isGuessed: true };
}

/** What browsers take where nothing is said and the bytes are no UTF-8. */
const western = 'windows-1252';

/** Encodings of pages that do not tell theirs, beside UTF-8. */
const guesses = [
  western,
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'windows-1251',
  'koi8-r',
  'iso-8859-2',
  'windows-1253',
  'windows-1255',
  'windows-1256',
  'utf-16le',
  'utf-16be',
] as const;

/** Every text that the bytes could be. */
export function readings(bytes: Uint8Array): readonly string[] {
  return ['utf-8', ...guesses].map((encoding) => readAs(bytes, encoding));
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 with a few bytes that are not, such as a letter that was cut in two: more letters beyond ASCII than faults. */
function isMostlyUtf8(text: string): boolean {
  let letters = 0;
  let faults = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) faults += 1;
    else if (code > 0x7f) letters += 1;
  }
  return letters > faults;
}

function readAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function read(bytes: Uint8Array, { encoding, skip = 0 }: Reading): string {
  const rest = bytes.subarray(skip);
  return encoding.startsWith('utf-32')
    ? utf32(rest, encoding === 'utf-32le')
    : readAs(rest, encoding);
}

/** The platform reads no UTF-32; a document of it is text all the same. */
function utf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const letters: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittleEndian);
    const isLetter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    letters.push(String.fromCodePoint(isLetter ? point : 0xfffd));
  }
  return letters.join('');
}

/** UTF-32 comes first: its mark begins with that of UTF-16. */
function byMark(bytes: Uint8Array): Reading | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', skip: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', skip: 4 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  return undefined;
}

/** JSON begins with ASCII, so that zeros tell the width of its letters (RFC 4627, 3). */
function byZeros([a, b, c, d]: Uint8Array): Reading | undefined {
  if (a === 0 && b === 0 && c === 0 && d) return { encoding: 'utf-32be' };
  if (a && b === 0 && c === 0 && d === 0) return { encoding: 'utf-32le' };
  if (a === 0 && b) return { encoding: 'utf-16be' };
  if (a && b === 0) return { encoding: 'utf-16le' };
  return undefined;
}

/** The name of an encoding that can be read, whatever spelling it is given in. */
function known(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Of several types the last that has one; `text/html; charset="x"` as well as `charset=x`. */
function charsetOf(contentType: string | undefined): string | undefined {
  const parameter = /;\s*charset\s*=\s*("[^"]*"|'[^']*'|[^\s;,"']*)/i;
  const found = contentType?.split(',').findLast((type) => parameter.test(type));
  return parameter
    .exec(found ?? '')?.[1]
    ?.replace(/["']/g, '')
    .trim();
}

function kindOf(bytes: Uint8Array, contentType: string | undefined): TextKind {
  const type = contentType?.split(',').at(-1)?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^[^/*]+\/[^/*]+$/.test(type) || type === 'application/octet-stream') return sniffed(bytes);
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html';
  if (/[/+]xml$/.test(type)) return 'xml';
  if (/[/+]json$/.test(type)) return 'json';
  return 'plain';
}

/** Of a file, or of an answer that does not say what it is. */
function sniffed(bytes: Uint8Array): TextKind {
  const start = latin1(bytes.subarray(0, 64))
    .replace(/^(?:ÿþ|þÿ|ï»¿)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (start.startsWith('<?xml')) return 'xml';
  if (start.startsWith('<')) return 'html';
  return /^[{["\d]/.test(start) ? 'json' : 'plain';
}

/** Browsers look for it in the first KiB, and on to the end of a head that is longer. */
const surelyBytes = 1024;
const headBytes = 64 * 1024;

/** What the text itself says, in an XML declaration or a `meta` of HTML. */
function byMarkup(bytes: Uint8Array): string | undefined {
  const text = latin1(bytes.subarray(0, headBytes));
  const declaration = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(
    text.slice(0, surelyBytes),
  );
  const named = known(declaration?.[1]) ?? byMeta(text);
  // It could not be read this far if it were true (HTML, "prescan a byte stream").
  return named?.startsWith('utf-16') ? 'utf-8' : named;
}

function byMeta(text: string): string | undefined {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      // `<!-->` is a whole comment.
      const end = text.indexOf('-->', at + 2);
      if (end === -1) return undefined;
      at = end + 3;
      continue;
    }
    const name = /^<\/?([a-z]+)/i.exec(text.slice(at, at + 12))?.[1]?.toLowerCase();
    if (name === 'body' && at >= surelyBytes) return undefined;
    const end = tagEnd(text, at + 1);
    if (end === -1) return undefined;
    const found = name === 'meta' ? metaCharset(text.slice(at + 5, end)) : undefined;
    if (found) return found;
    at = end;
  }
  return undefined;
}

/** Where a tag ends: a `>` inside quotation marks does not end it. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quote === '' && letter === '>') return at;
    if (letter === quote) quote = '';
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
  }
  return -1;
}

const attribute = /([^\s=/>"']+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function metaCharset(attributes: string): string | undefined {
  const found = new Map<string, string>();
  for (const [, name = '', ...values] of attributes.matchAll(attribute)) {
    const value = values.find((one) => one !== undefined) ?? '';
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
  }
  const charset = known(found.get('charset')?.trim());
  if (charset) return charset;
  if (found.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined;
  const content = (found.get('content') ?? '').slice(0, 200);
  return known(charsetOf(`;${content.replace(/\s+charset/i, ';charset')}`));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/**
 * The text of a header, which Node gives as Latin-1: UTF-8 where its bytes are that, for no header says its encoding.
 */
export function headerText(value: string): string {
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : value;
}
