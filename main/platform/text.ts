/** Decodes untrusted bytes, from the network or from files, with the encoding that a browser would choose. */

import type { TextKind } from '../../shared/status/seen-text.ts';

export type DecodedText = Readonly<{
  /** Without a byte order mark; invalid bytes are U+FFFD. */
  text: string;
  kind: TextKind;
  /** No encoding is declared, and the bytes are not UTF-8. */
  isGuessed: boolean;
}>;

type Encoding = Readonly<{ encoding: string; skip?: number }>;

/**
 * `contentType` is the header's value, if any. Order: byte order mark, the zeros of JSON in UTF-16 or UTF-32,
 * `contentType`, the declaration in HTML or XML, UTF-8, windows-1252. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType?: string): DecodedText {
  const kind = kindOf(bytes, contentType);
  const certain = byMark(bytes) ?? (kind === 'json' ? byZeros(bytes) : undefined);
  if (certain) return { text: read(bytes, certain), kind, isGuessed: false };
  const declared =
    encodingOf(charsetOf(contentType)) ??
    (kind === 'html' || kind === 'xml' ? byMarkup(bytes) : undefined);
  if (declared) return { text: read(bytes, { encoding: declared }), kind, isGuessed: false };
  const text = read(bytes, { encoding: 'utf-8' });
  if (isUtf8(bytes)) return { text, kind, isGuessed: false };
  return { text: isMostlyUtf8(text) ? text : readAs(bytes, western), kind, isGuessed: true };
}

/** Browsers' fallback if no encoding is declared and the bytes are not UTF-8. */
const western = 'windows-1252';

/** Encodings, besides UTF-8, of pages that declare none. */
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

/** All plausible decodings. */
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

/** UTF-8 with a few invalid bytes, such as a truncated character: more characters beyond ASCII than errors. */
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

function read(bytes: Uint8Array, { encoding, skip = 0 }: Encoding): string {
  const rest = bytes.subarray(skip);
  return encoding.startsWith('utf-32')
    ? utf32(rest, encoding === 'utf-32le')
    : readAs(rest, encoding);
}

/** TextDecoder does not support UTF-32. */
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

/** UTF-32 first: its little-endian mark begins with that of UTF-16. */
function byMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', skip: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', skip: 4 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  return undefined;
}

/** JSON begins with ASCII, so zeros give away the width of its characters (RFC 4627, section 3). */
function byZeros([a, b, c, d]: Uint8Array): Encoding | undefined {
  if (a === 0 && b === 0 && c === 0 && d) return { encoding: 'utf-32be' };
  if (a && b === 0 && c === 0 && d === 0) return { encoding: 'utf-32le' };
  if (a === 0 && b) return { encoding: 'utf-16be' };
  if (a && b === 0) return { encoding: 'utf-16le' };
  return undefined;
}

/** Canonical name of an encoding; undefined if it is not supported. */
function encodingOf(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Of several types, the last with a charset; accepts `text/html; charset="x"` as well as `charset=x`. */
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

/** For files, and for responses without a usable content type. */
function sniffed(bytes: Uint8Array): TextKind {
  const start = latin1(bytes.subarray(0, 64))
    .replace(/^(?:ÿþ|þÿ|ï»¿)/, '')
    .replaceAll('\0', '')
    .trimStart();
  if (start.startsWith('<?xml')) return 'xml';
  if (start.startsWith('<')) return 'html';
  return /^[{["\d]/.test(start) ? 'json' : 'plain';
}

/** Browsers search the first KiB, and on to the end of a longer head. */
const prescanBytes = 1024;
const headBytes = 64 * 1024;

/** The encoding declared in the text, by an XML declaration or an HTML `meta`. */
function byMarkup(bytes: Uint8Array): string | undefined {
  const text = latin1(bytes.subarray(0, headBytes));
  const declaration = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(
    text.slice(0, prescanBytes),
  );
  const named = encodingOf(declaration?.[1]) ?? byMeta(text);
  // In UTF-16 this declaration would not have been readable (HTML, “prescan a byte stream”).
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
    if (name === 'body' && at >= prescanBytes) return undefined;
    const end = tagEnd(text, at + 1);
    if (end === -1) return undefined;
    const found = name === 'meta' ? metaCharset(text.slice(at + 5, end)) : undefined;
    if (found) return found;
    at = end;
  }
  return undefined;
}

/** Index of the `>` that ends a tag, ignoring those in quotation marks. */
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
  const charset = encodingOf(found.get('charset')?.trim());
  if (charset) return charset;
  if (found.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined;
  const content = (found.get('content') ?? '').slice(0, 200);
  return encodingOf(charsetOf(`;${content.replace(/\s+charset/i, ';charset')}`));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/**
 * The text of a header, which Node decodes as Latin-1: UTF-8 if its bytes are valid, since headers declare no encoding.
 */
export function headerText(value: string): string {
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : value;
}
