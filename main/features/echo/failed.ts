/** The only error of the echo test: it carries a failure from the closed list, and nothing of the original error. */
import type { Failure, Step } from '../../../shared/echo/failure.ts';
import { failure } from '../../../shared/echo/failure.ts';

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
