/** Fetches a picture. Whether it is one, and how large, is told by its bytes. */
import { imageTypeOf, logoLimitBytes } from '../../../shared/logo/image.ts';
import type { Net } from '../../platform/net/index.ts';

const phaseMs = 15_000;
const redirectLimit = 3;

/** The picture as a `data:` address. Undefined if it cannot be fetched or is no small picture. Rejects if aborted. */
export type ReadImage = (source: string, signal: AbortSignal) => Promise<string | undefined>;

export function createReadImage(net: Pick<Net, 'request'>): ReadImage {
  return async (source, signal) => {
    if (source.startsWith('data:'))
      return imageOf(Buffer.from(source.split(',')[1] ?? '', 'base64'));
    try {
      const answer = await net.request({
        url: source,
        headers: { accept: 'image/png, image/webp, image/jpeg' },
        signal,
        phaseMs,
        bodyBytes: (status) => (status === 200 ? logoLimitBytes : 0),
        asBytes: true,
        redirects: redirectLimit,
        trust: 'system',
      });
      return answer.status === 200 ? imageOf(Buffer.from(answer.body, 'latin1')) : undefined;
    } catch {
      signal.throwIfAborted();
      return undefined;
    }
  };
}

function imageOf(bytes: Buffer): string | undefined {
  const type = imageTypeOf(bytes);
  return type && `data:${type};base64,${bytes.toString('base64')}`;
}
