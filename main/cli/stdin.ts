/** What is piped into a command. */
import { TooLargeError } from '../platform/files.ts';
import { decodeText } from '../platform/text.ts';

/** Stands for what is piped in where a command takes a file. */
export const stdinName = '-';

/** Throws TooLargeError beyond `limitBytes`, or what the stream throws. */
export async function readStream(
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<string> {
  const pieces: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const piece of stream) {
    sizeBytes += piece.length;
    if (sizeBytes > limitBytes) throw new TooLargeError(stdinName);
    pieces.push(piece);
  }
  return decodeText(Buffer.concat(pieces)).text;
}
