import type { CallErrorCode } from './ipc.ts';

/** A call's handler throws this to answer with a code; any other error is `internal`. */
export class CallError extends Error {
  readonly code: CallErrorCode;

  constructor(code: CallErrorCode) {
    super(code);
    this.code = code;
  }
}
