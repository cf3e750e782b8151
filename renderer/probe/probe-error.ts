/** Ends a test early, with the failure that the member sees. */
import type { Failure } from '../../shared/echo/failure.ts';
import { failure } from '../../shared/echo/failure.ts';

export class ProbeError extends Error {
  readonly failure: Failure;

  constructor(code: Failure['code'] | Failure, params: Failure['params'] = {}) {
    const found = typeof code === 'string' ? failure(code, 'connect', params) : code;
    super(found.code);
    this.failure = found;
  }
}

/** Rejects on timeout, or when the test is stopped; does not cancel the work. */
export async function within<T>(
  promise: Promise<T>,
  timeoutMs: number,
  code: Failure['code'],
  signal: AbortSignal,
): Promise<T> {
  let onAbort: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    onAbort = () => reject(new ProbeError('stopped'));
    timer = setTimeout(() => reject(new ProbeError(code)), timeoutMs);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}

/** Rejects when the test is stopped. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return within(new Promise((resolve) => setTimeout(resolve, ms)), ms + 1000, 'internal', signal);
}
