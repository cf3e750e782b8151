/** Decodes the transfer framing of an HTTP response body, as leniently as browsers. */
import { reason } from '../../../shared/observation/observation.ts';
import type { Remark } from '../../../shared/observation/remark.ts';
import type { AnswerHead } from './answer-head.ts';
import { NetError } from './error.ts';

/** The bytes of one response, as they arrive. */
export type Source = Readonly<{
  /** Undefined at the end. */
  next: () => Promise<Buffer | undefined>;
  /** Puts back surplus bytes; `next` returns them first. */
  giveBack: (bytes: Buffer) => void;
}>;

export function createSource(pieces: AsyncIterable<Buffer>): Source {
  const iterator = pieces[Symbol.asyncIterator]();
  let left: Buffer | undefined;
  return {
    next: async () => {
      const back = left;
      left = undefined;
      if (back) return back;
      const { value, done } = await iterator.next();
      return done ? undefined : value;
    },
    giveBack: (bytes) => {
      if (bytes.length > 0) left = bytes;
    },
  };
}

/** Yields the body. Remarks `cut-short` if the connection ends before the body. Throws NetError `protocol`. */
export function bodyOf(
  source: Source,
  length: AnswerHead['length'],
  remark: (what: Remark) => void,
): AsyncGenerator<Buffer> {
  if (length === 'chunked') return chunksOf(source, remark);
  return piecesOf(source, length === 'close' ? Infinity : length, () => {
    if (length !== 'close') remark('cut-short');
  });
}

async function* piecesOf(
  source: Source,
  length: number,
  onEnd: () => void,
): AsyncGenerator<Buffer> {
  let left = length;
  while (left > 0) {
    const piece = await source.next();
    if (!piece) return onEnd();
    const wanted = piece.subarray(0, left);
    if (wanted.length < piece.length) source.giveBack(piece.subarray(wanted.length));
    left -= wanted.length;
    yield wanted;
  }
}

/** Limit of a chunk-size line with its extensions, in bytes: the same as in browsers. */
const lineLimitBytes = 16 * 1024;

async function* chunksOf(source: Source, remark: (what: Remark) => void): AsyncGenerator<Buffer> {
  for (;;) {
    const line = await lineOf(source, remark);
    // Some servers close the connection instead of sending the last, empty chunk.
    if (line === undefined) return remark('cut-short');
    const size = sizeOf(line, remark);
    // Trailers do not matter.
    if (size === 0) return;
    let isCut = false;
    yield* piecesOf(source, size, () => (isCut = true));
    if (isCut) return remark('cut-short');
    const end = await lineOf(source, remark);
    if (end === undefined) return remark('cut-short');
    if (end !== '') throw new NetError(reason('protocol'));
  }
}

function sizeOf(line: string, remark: (what: Remark) => void): number {
  const [, digits, rest = ''] = /^0*([0-9a-f]{1,12})( *(?:;.*)?)$/i.exec(line) ?? [];
  if (digits === undefined) throw new NetError(reason('protocol'));
  if (/^ +$/.test(rest)) remark('chunks');
  return Number.parseInt(digits, 16);
}

/** One line without its terminator; undefined if the bytes end first. */
async function lineOf(source: Source, remark: (what: Remark) => void): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for (;;) {
    const piece = await source.next();
    if (!piece) return undefined;
    const end = piece.indexOf('\n');
    parts.push(end === -1 ? piece : piece.subarray(0, end));
    size += parts.at(-1)?.length ?? 0;
    if (size > lineLimitBytes) throw new NetError(reason('protocol'));
    if (end === -1) continue;
    source.giveBack(piece.subarray(end + 1));
    const line = Buffer.concat(parts).toString('latin1');
    if (!line.endsWith('\r')) remark('chunks');
    return line.replace(/\r$/, '');
  }
}
