import type { MatrixClient } from 'matrix-js-sdk';
import type { Clock } from '../../../platform/clock.ts';
import { AccountError, toAccountError } from './error.ts';
import { urlPart } from '../../../../shared/net/url-part.ts';

/** Total wait of one call while the server asks to retry later; after that it throws. */
const maxWaitMs = 60_000;

export type Path = Readonly<{
  method: 'GET' | 'PUT' | 'POST';
  /** Segments of the path, unescaped: room and event ids are untrusted. */
  parts: readonly string[];
  query?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, unknown>>;
  prefix?: string;
}>;

/** One request to the client-server API, retried if the server asks to wait. Throws AccountError. */
export async function ask(clock: Clock, client: MatrixClient, path: Path): Promise<unknown> {
  const { http } = client;
  const method = path.method as Parameters<typeof http.authedRequest>[0];
  const address = `/${path.parts.map(urlPart).join('/')}`;
  return withRetries(clock, () =>
    http.authedRequest(method, address, { ...path.query }, path.body && { ...path.body }, {
      prefix: path.prefix ?? '/_matrix/client/v3',
      priority: 'auto',
    }),
  );
}

/** Undefined if the server answers that it does not exist. */
export async function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (error instanceof AccountError && error.fault === 'not-found') return undefined;
    throw error;
  });
}

export async function withRetries<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
  const endMs = clock.monotonicMs() + maxWaitMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const known = toAccountError(error);
      const waitMs = known.retryAfterMs;
      if (waitMs === undefined || clock.monotonicMs() + waitMs > endMs) throw known;
      await new Promise<void>((resolve) => clock.after(waitMs, resolve));
    }
  }
}

export function signedOut(): never {
  throw new AccountError('signed-out');
}
