/** The only error of the echo test: it carries a failure from the closed list, and nothing of the original error. */
import type { Failure, Step } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';
import type { PageEnd, RoomPage } from './room-page.ts';

export class EchoError extends Error {
  readonly failure: Failure;

  constructor(what: Failure) {
    super(what.code);
    this.failure = what;
  }
}

/** The message of any other error may contain an address or a token, so only the step is passed on. */
export function failureOf(error: unknown, step: Step): Failure {
  return error instanceof EchoError ? error.failure : failure('internal', step);
}

export function failureOfEnd(end: PageEnd, step: Step): Failure {
  return failure(end === 'left' ? 'left-the-room' : 'page-failed', step);
}

/** What fails because its page has ended does not know why: then it rejects with EchoError, and the page's reason. */
export async function inPage<T>(
  { ended }: Pick<RoomPage, 'ended'>,
  step: Step,
  work: Promise<T>,
): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // Of two that are settled, the first.
    const end = await Promise.race([ended, Promise.resolve(undefined)]);
    throw end === undefined ? error : new EchoError(failureOfEnd(end, step));
  }
}
