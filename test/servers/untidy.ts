/** Answers that bend the standards, byte for byte, and whether browsers show their content. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Behaviour } from './faulty/sockets.ts';
import type { Remark } from '../../shared/observation/remark.ts';

export type UntidyAnswer = Readonly<{
  what: string;
  bytes: Buffer;
  /** Whether a browser reads “welcome” in it. */
  isRead: boolean;
  remarks?: readonly Remark[];
  /** The expected code when it is not read. */
  code?: string;
}>;

export const word = 'welcome';

const raw = (text: string) => Buffer.from(text, 'latin1');
const joined = (...parts: readonly (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? raw(part) : part)));

/** Lines of the head verbatim, each with its own line end. */
const answer = (lines: readonly string[], body: string | Buffer = word) =>
  joined('HTTP/1.1 200 OK\r\n', ...lines.map((line) => `${line}\r\n`), '\r\n', body);
const packed = (encoding: string, body: string | Buffer) =>
  answer([`Content-Encoding: ${encoding}`, 'Content-Type: text/plain'], body);

const read = (what: string, bytes: Buffer, ...remarks: Remark[]): UntidyAnswer => ({
  what,
  bytes,
  isRead: true,
  remarks,
});
const unread = (what: string, bytes: Buffer, code: string): UntidyAnswer => ({
  what,
  bytes,
  isRead: false,
  code,
});

const long = `${word} ${'and so on '.repeat(200)}`;
const chunked = 'Transfer-Encoding: chunked';
const length = `Content-Length: ${word.length}`;
const noise = Buffer.from([0xb5, 0x2f, 0x00, 0xff, 0x03, 0x80]);

export const untidyAnswers: readonly UntidyAnswer[] = [
  read('a tidy answer', answer([length])),
  read('a tidy answer in pieces', answer([chunked], `3\r\nwel\r\n4;a=b\r\ncome\r\n0\r\n\r\n`)),

  // lengths and pieces
  read(
    'two ways to tell its length',
    answer([length, chunked], '7\r\nwelcome\r\n0\r\n\r\n'),
    'two-lengths',
  ),
  read(
    'a wrong length beside pieces',
    answer(['Content-Length: 3', chunked], '7\r\nwelcome\r\n0\r\n\r\n'),
    'two-lengths',
  ),
  read('the same length twice', answer([length, length]), 'two-lengths'),
  read('chunked twice', answer([chunked, chunked], '7\r\nwelcome\r\n0\r\n\r\n')),
  read('chunked in capitals', answer(['transfer-encoding:CHUNKED'], '7\r\nwelcome\r\n0\r\n\r\n')),
  read('a length that is no number', answer(['Content-Length: many']), 'odd-header'),
  read('more than it says', answer([length], `${word} and more`)),
  read(
    'spaces behind the size of a piece',
    answer([chunked], '7  \r\nwelcome\r\n0\r\n\r\n'),
    'chunks',
  ),
  read('pieces with bare line feeds', answer([chunked], '7\nwelcome\n0\n\n'), 'chunks'),
  read('headers behind the last piece', answer([chunked], '7\r\nwelcome\r\n0\r\nX-Sum: 1\r\n\r\n')),
  unread('two lengths that differ', answer([length, 'Content-Length: 9']), 'answer-contradicts'),
  unread('pieces that are none', answer([chunked], 'welcome\r\nto all\r\n'), 'protocol'),

  read(
    'a size of a piece with many zeros',
    answer([chunked], '0000000000000000007\r\nwelcome\r\n0\r\n\r\n'),
  ),
  read('pieces of a server that knows none', joined(`HTTP/1.0 200 OK\r\n${chunked}\r\n\r\n`, word)),
  read('a length in a list', answer(['Content-Length: 7, 7']), 'two-lengths'),
  read('a length with a sign', answer(['Content-Length: +7']), 'odd-header'),
  unread('two lengths in one list', answer(['Content-Length: 7, 9']), 'answer-contradicts'),
  unread('a size of a piece in C', answer([chunked], '0x7\r\nwelcome\r\n0\r\n\r\n'), 'protocol'),
  unread(
    'a piece longer than its size',
    answer([chunked], '6\r\nwelcome\r\n0\r\n\r\n'),
    'protocol',
  ),

  // the first line
  read('no reason phrase', joined(`HTTP/1.1 200\r\n${length}\r\n\r\n`, word)),
  read('a reason beyond ASCII', joined(`HTTP/1.1 200 Tr\xe8s bien\r\n${length}\r\n\r\n`, word)),
  read(
    'a version without its second part',
    joined(`HTTP/1 200 OK\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  read(
    'a version in small letters',
    joined(`http/1.1 200 OK\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  read(
    'a version that does not go over this line',
    joined(`HTTP/2 200\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  read(
    'an empty line first',
    joined(`\r\nHTTP/1.1 200 OK\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  read(
    'two empty lines first',
    joined(`\r\n\r\nHTTP/1.1 200 OK\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  read(
    'two spaces before the number',
    joined(`HTTP/1.1  200 OK\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  read('no number', joined(`HTTP/1.1\r\n${length}\r\n\r\n`, word), 'status-line'),
  read(
    'words where the number should be',
    joined(`HTTP/1.1 fine\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  read(
    'a byte order mark first',
    joined(`\xef\xbb\xbfHTTP/1.1 200 OK\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  read(
    'a tab before the number',
    joined(`HTTP/1.1\t200 OK\r\n${length}\r\n\r\n`, word),
    'status-line',
  ),
  unread(
    'too much before its beginning',
    joined(`abcdeHTTP/1.1 200 OK\r\n${length}\r\n\r\n`, word),
    'protocol',
  ),
  read('early hints', joined('HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', answer([length]))),
  unread('another language', joined('SSH-2.0-OpenSSH_9.2\r\n'), 'protocol'),
  unread('a page without a head', joined(`<html>${word}</html>`), 'protocol'),

  // headers
  read(
    'a folded header',
    answer(['Content-Security-Policy: default-src a;', "  img-src 'self'", length]),
    'folded-header',
  ),
  read('bare line feeds', joined(`HTTP/1.1 200 OK\nX: y\n${length}\n\n`, word), 'line-ends'),
  read(
    'one bare line feed',
    joined(`HTTP/1.1 200 OK\r\nX: y\n${length}\r\n\r\n`, word),
    'line-ends',
  ),
  read(
    'a bare carriage return',
    joined(`HTTP/1.1 200 OK\r\nX: y\rZ: z\r\n${length}\r\n\r\n`, word),
    'line-ends',
  ),
  read('white space behind a value', answer(['X-Frame-Options: DENY \t ', length])),
  read('a space in a name', answer(['X Powered By: us', length]), 'odd-header'),
  read('a space before the colon', answer([`Content-Length : ${word.length}`]), 'odd-header'),
  read('a control character', answer(['X-Odd: a\x01b', length]), 'odd-header'),
  unread('a zero', answer(['X-Odd: a\0b', length]), 'protocol'),
  read('bytes beyond ASCII', answer(['X-Name: Coop\xe9rative', length])),
  read('a line without a colon', answer(['this is no header', length]), 'odd-header'),
  read('a header without a name', answer([': nothing', length]), 'odd-header'),
  read('a head twice', answer(['HTTP/1.1 200 OK', length]), 'odd-header'),
  read('an indented first header', answer([' X: y', length]), 'folded-header'),
  unread(
    'two dispositions',
    answer(['Content-Disposition: inline', 'Content-Disposition: a', length]),
    'answer-contradicts',
  ),
  read('20 KiB of one header', answer([`X-Big: ${'x'.repeat(20 * 1024)}`, length])),
  read(
    '200 KiB of headers',
    answer([...Array.from({ length: 200 }, (_, n) => `X-${n}: ${'x'.repeat(1000)}`), length]),
  ),
  unread(
    '300 KiB of one header',
    answer([`X-Big: ${'x'.repeat(300 * 1024)}`, length]),
    'headers-too-large',
  ),

  // content encodings
  read('packed by gzip', packed('gzip', gzipSync(word))),
  read('packed by deflate', packed('deflate', deflateSync(word))),
  read('packed by brotli', packed('br', brotliCompressSync(word))),
  read('packing called none', packed('none', word), 'packing'),
  read('packing called identity', packed('identity', word)),
  read('packing called UTF-8', packed('UTF-8', word), 'packing'),
  read('packing called binary', packed('binary', word), 'packing'),
  read('an empty packing', packed('', word)),
  read('bare deflate', packed('deflate', deflateRawSync(word)), 'packing'),
  read('gzip by its old name', packed('x-gzip', gzipSync(word))),
  read('gzip in capitals', packed('GZip', gzipSync(word))),
  read('gzip of gzip', packed('gzip, gzip', gzipSync(gzipSync(word)))),
  read(
    'deflate in gzip, in two headers',
    answer(['Content-Encoding: deflate', 'Content-Encoding: gzip'], gzipSync(deflateSync(word))),
  ),
  read('gzip with something behind', packed('gzip', joined(gzipSync(word), 'garbage')), 'packing'),
  read('gzip with zeros behind', packed('gzip', joined(gzipSync(word), Buffer.alloc(9)))),
  read('gzip without its last bytes', packed('gzip', gzipSync(word).subarray(0, -6)), 'cut-short'),
  read('gzip that ends early', packed('gzip', gzipSync(long).subarray(0, -14)), 'cut-short'),
  read('gzip with a wrong sum', packed('gzip', wrongSum(gzipSync(word))), 'packing'),
  read(
    'Latin-1 in a packing called utf-8',
    answer(
      ['Content-Encoding: utf-8', 'Content-Type: text/html; charset=iso-8859-1'],
      `${word} \xe9`,
    ),
    'packing',
  ),
  unread('gzip beside none', packed('none, gzip', gzipSync(word)), 'body-encoding'),
  unread('text that is called brotli', packed('br', word), 'body-encoding'),
  unread('gzip once, called twice', packed('gzip, gzip', gzipSync(word)), 'body-encoding'),
  unread('text that is called gzip', packed('gzip', word), 'body-encoding'),
  unread('zstd unasked', packed('zstd', noise), 'body-encoding'),
  unread('bytes in an unknown packing', packed('snappy', noise), 'body-encoding'),
];

function wrongSum(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 6] = (copy[copy.length - 6] ?? 0) ^ 1;
  return copy;
}

/** Sends the answer whose number is the path. */
export function serveAnswers(answers: readonly Readonly<{ bytes: Buffer }>[]): Behaviour {
  return (socket) =>
    socket.once('data', (request) => {
      const number = Number(/^\w+ \/(\d+)/.exec(request.toString('latin1'))?.[1]);
      socket.end(answers[number]?.bytes ?? '');
    });
}
