import type { HTTPError, MatrixError } from 'matrix-js-sdk';

export type AccountFault =
  | 'signed-out'
  | 'wrong-sign-in'
  | 'unreachable'
  | 'rate-limited'
  | 'forbidden'
  /** By the server's administrator, until they undo it. */
  | 'locked'
  /** Permanent. */
  | 'deactivated'
  | 'not-found'
  | 'encrypted'
  | 'too-large'
  | 'refused'
  | 'bad-answer';

/** Carries no cause: the SDK's errors name addresses, and may quote what was sent. */
export class AccountError extends Error {
  readonly fault: AccountFault;
  /** Earliest retry, in ms from now, if the server says so. */
  readonly retryAfterMs: number | undefined;
  /** The HTTP status, if the server has answered. */
  readonly status: number | undefined;

  constructor(fault: AccountFault, retryAfterMs?: number, status?: number) {
    super(fault);
    this.name = 'AccountError';
    this.fault = fault;
    this.retryAfterMs = retryAfterMs;
    this.status = status;
  }
}

/** The error codes of the standard that say more than the status. */
const byCode: Readonly<Record<string, AccountFault>> = {
  M_UNKNOWN_TOKEN: 'signed-out',
  M_MISSING_TOKEN: 'signed-out',
  M_FORBIDDEN: 'forbidden',
  M_USER_LOCKED: 'locked',
  M_USER_SUSPENDED: 'locked',
  M_USER_DEACTIVATED: 'deactivated',
  M_NOT_FOUND: 'not-found',
  M_TOO_LARGE: 'too-large',
};

/** Translates errors of the SDK. */
export function toAccountError(error: unknown): AccountError {
  if (error instanceof AccountError) return error;
  const { httpStatus: status, errcode } = error as Partial<MatrixError>;
  if (status === undefined) return new AccountError('unreachable');
  if (status === 429) {
    return new AccountError('rate-limited', retryAfterMs(error as HTTPError), status);
  }
  const known = errcode === undefined ? undefined : byCode[errcode];
  return new AccountError(known ?? (status >= 500 ? 'unreachable' : 'refused'), undefined, status);
}

/** The SDK throws on a header that is neither a number nor a date. */
function retryAfterMs(error: HTTPError): number | undefined {
  try {
    return error.getRetryAfterMs() ?? undefined;
  } catch {
    return undefined;
  }
}
