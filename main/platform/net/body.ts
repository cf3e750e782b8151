import { reason } from '../../../shared/observation/observation.ts';
import { NetError } from './error.ts';

/** Reads at most `limitBytes`. Throws NetError: `body-too-large`, `reset`, or whatever NetError the source throws. */
export async function collect(pieces: AsyncIterable<Buffer>, limitBytes: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of pieces) {
      size += piece.length;
      if (size > limitBytes) throw tooLarge(limitBytes);
      kept.push(piece);
    }
  } catch (error) {
    throw error instanceof NetError ? error : new NetError(reason('reset'), error);
  }
  return Buffer.concat(kept);
}

export function tooLarge(limitBytes: number): NetError {
  return new NetError(reason('body-too-large', { limit: `${Math.round(limitBytes / 1024)} KiB` }));
}
